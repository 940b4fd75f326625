package io.modernize.cmdb.tenancy.shares.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.tenancy.shares.application.FairShares.Place;
import io.modernize.cmdb.testsupport.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FairSharesTests {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final BlockingQueue<String> served = new LinkedBlockingQueue<>();
    private final BlockingQueue<Place> places = new LinkedBlockingQueue<>();

    @Test
    void anOwnerHasNoMoreThanItsMaximum() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 4, 0, 2, 0);
        shares.take("a", NOT_AT_ALL);
        shares.take("a", NOT_AT_ALL);

        assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> shares.take("a", LONG));
        shares.take("b", NOT_AT_ALL);
        assertThat(shares.takenBy("a")).isEqualTo(2);
        assertThat(shares.taken()).isEqualTo(3);
    }

    @Test
    void reservedPlacesAreForOwnersThatHaveNone() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 3, 2, 3, 0);
        shares.take("a", NOT_AT_ALL);

        assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> shares.take("a", LONG));
        shares.take("b", NOT_AT_ALL);
        shares.take("c", NOT_AT_ALL);
        assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> shares.take("d", NOT_AT_ALL));
    }

    @Test
    void aFreePlaceGoesToTheOwnerWithTheFewest() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 3, 0, 3, 10);
        Place first = shares.take("busy", NOT_AT_ALL);
        shares.take("busy", NOT_AT_ALL);
        shares.take("busy", NOT_AT_ALL);
        await(shares, "busy", 1);
        await(shares, "quiet", 2);

        first.close();

        assertThat(served.poll(10, TimeUnit.SECONDS)).isEqualTo("quiet");
        places.take().close();
        assertThat(served.poll(10, TimeUnit.SECONDS)).isEqualTo("busy");
    }

    @Test
    void ownersTakeTurnsHoweverMuchOneOfThemAsks() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 1, 0, 1, 100);
        Place running = shares.take("a", NOT_AT_ALL);
        int waiting = 0;
        for (int i = 0; i < 4; i++) {
            await(shares, "a", ++waiting);
        }
        await(shares, "b", ++waiting);
        await(shares, "b", ++waiting);
        await(shares, "c", ++waiting);

        running.close();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < waiting; i++) {
            order.add(served.poll(10, TimeUnit.SECONDS));
            places.take().close();
        }

        assertThat(order).containsExactly("b", "c", "a", "b", "a", "a", "a");
    }

    @Test
    void whoWaitedTooLongLeavesTheQueue() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 1, 0, 1, 10);
        Place running = shares.take("a", NOT_AT_ALL);

        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> shares.take("b", Duration.ofMillis(1)))
                .withMessage("no place for searches became free in time")
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));

        assertThat(shares.waiting()).isZero();
        running.close();
        assertThat(shares.taken()).isZero();
        shares.take("b", NOT_AT_ALL);
    }

    @Test
    void whoIsInterruptedLeavesTheQueue() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 1, 0, 1, 10);
        Place running = shares.take("a", NOT_AT_ALL);
        Thread waiter = await(shares, "b", 1);

        waiter.interrupt();
        waiter.join();
        running.close();

        assertThat(shares.waiting()).isZero();
        assertThat(shares.taken()).isZero();
    }

    @Test
    void aPlaceIsGivenBackOnce() throws Exception {
        FairShares<String> shares = new FairShares<>("searches", 2, 0, 2, 0);
        Place place = shares.take("a", NOT_AT_ALL);
        shares.take("a", NOT_AT_ALL);

        place.close();
        place.close();

        assertThat(shares.taken()).isEqualTo(1);
        assertThat(shares.takenBy("a")).isEqualTo(1);
        assertThat(shares.takenBy("unknown")).isZero();
    }

    @Test
    void refusesSharesThatNobodyCouldUse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FairShares<>("searches", 0, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FairShares<>("searches", 2, 3, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FairShares<>("searches", 2, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FairShares<>("searches", 2, 0, 1, -1));
    }

    /** Has a thread wait for a place, and returns when it waits. */
    private Thread await(FairShares<String> shares, String owner, int waiting) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                Place place = shares.take(owner, LONG);
                served.add(owner);
                places.add(place);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Await.until("work that waits", () -> shares.waiting() >= waiting);
        return thread;
    }
}

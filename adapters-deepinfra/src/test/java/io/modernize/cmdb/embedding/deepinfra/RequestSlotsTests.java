package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import io.modernize.cmdb.embedding.deepinfra.RequestSlots.Slot;
import io.modernize.cmdb.testsupport.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RequestSlotsTests {
    private static final Patience NONE = new Patience(Duration.ofMillis(1), 1, Duration.ZERO, Duration.ZERO);
    private static final Patience LONG = new Patience(Duration.ofSeconds(30), 1, Duration.ZERO, Duration.ofSeconds(30));

    private final AdvancingClock clock = new AdvancingClock(ModelUnderTest.NOW);
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void growsWithEachAnswerUntilTheFirstOneTooMany() {
        RequestSlots slots = slots(4, 200);

        answer(slots, take(slots, 4));

        assertThat(slots.limit()).isEqualTo(8);
    }

    @Test
    void staysWithinItsMaximum() {
        RequestSlots slots = slots(1, 7);

        for (int round = 0; round < 50; round++) {
            take(slots, slots.limit()).forEach(slots::succeeded);
        }

        assertThat(slots.limit()).isEqualTo(7);
        assertThat(slots.inFlight()).isZero();
    }

    @Test
    void growsNoFurtherThanWhatIsUsed() {
        RequestSlots slots = slots(8, 200);

        for (int i = 0; i < 100; i++) {
            slots.succeeded(slots.acquire(Urgency.DOCUMENTS, NONE));
        }

        assertThat(slots.limit()).isEqualTo(8);
    }

    @Test
    void halvesOnceForAllThatWereOneTooMany() {
        RequestSlots slots = slots(16, 200);

        take(slots, 16)
                .forEach(slot ->
                        assertThat(slots.wasTooMany(slot, Optional.empty())).isFalse());

        assertThat(slots.limit()).isEqualTo(8);
        assertThat(slots.inFlight()).isZero();
    }

    @Test
    void halvesAgainForOneThatWasTooManyOfTheHalf() {
        RequestSlots slots = slots(16, 200);

        for (int expected : new int[] {8, 4, 2, 1, 1}) {
            boolean wasOne = slots.limit() == 1;
            boolean last = slots.wasTooMany(slots.acquire(Urgency.DOCUMENTS, NONE), Optional.empty());
            assertThat(last).isEqualTo(wasOne);
            assertThat(slots.limit()).isEqualTo(expected);
        }
    }

    @Test
    void growsByOneInARoundAfterwards() {
        RequestSlots slots = slots(16, 200);
        slots.wasTooMany(slots.acquire(Urgency.DOCUMENTS, NONE), Optional.empty());

        List<Slot> round = take(slots, 8);
        answer(slots, round.subList(0, 7));
        assertThat(slots.limit()).isEqualTo(8);
        answer(slots, round.subList(7, 8));
        answer(slots, round.subList(0, 1));

        assertThat(slots.limit()).isEqualTo(9);
    }

    @Test
    void learnsNothingFromOtherEnds() {
        RequestSlots slots = slots(4, 200);

        take(slots, 4).forEach(slot -> slots.ended(slot, Optional.empty()));

        assertThat(slots.limit()).isEqualTo(4);
        assertThat(slots.inFlight()).isZero();
    }

    @Test
    void refusesWhereAllAreTakenForLongerThanThePatience() {
        RequestSlots slots = slots(2, 2);
        take(slots, 2);

        assertThat(refused(slots, NONE).reason()).isEqualTo(Reason.OVERLOADED);
        assertThat(slots.inFlight()).isEqualTo(2);
    }

    @Test
    void holdsEverybodyForAsLongAsAsked() {
        RequestSlots slots = slots(2, 2);
        slots.wasTooMany(slots.acquire(Urgency.DOCUMENTS, LONG), Optional.of(Duration.ofSeconds(7)));
        clock.advance(Duration.ofSeconds(2));

        slots.acquire(Urgency.DOCUMENTS, LONG);

        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void toleratesAClockThatLagsBehindTheSleep() {
        List<Duration> slept = new ArrayList<>();
        RequestSlots slots = new RequestSlots(2, 2, clock, duration -> {
            clock.advance(slept.isEmpty() ? duration.minusMillis(3) : duration);
            slept.add(duration);
        });
        slots.ended(slots.acquire(Urgency.DOCUMENTS, LONG), Optional.of(LONG.maxPause()));

        slots.acquire(Urgency.DOCUMENTS, LONG);

        assertThat(slept).containsExactly(LONG.maxPause(), Duration.ofMillis(3));
    }

    @Test
    void refusesWhereTheHoldIsLongerThanThePatience() {
        RequestSlots slots = slots(2, 2);
        slots.ended(slots.acquire(Urgency.DOCUMENTS, LONG), Optional.of(Duration.ofSeconds(31)));

        EmbeddingUnavailableException failure = refused(slots, LONG);

        assertThat(failure.reason()).isEqualTo(Reason.OVERLOADED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(31));
        assertThat(pauses).isEmpty();
    }

    @Test
    void holdsNobodyForLongerThanAMinute() {
        RequestSlots slots = slots(2, 2);
        slots.ended(slots.acquire(Urgency.DOCUMENTS, LONG), Optional.of(Duration.ofHours(5)));

        assertThat(refused(slots, LONG).retryAfter()).contains(RequestSlots.LONGEST_HOLD);
    }

    @Test
    void letsAQueryGoBeforeDocuments() throws Exception {
        RequestSlots slots = slots(1, 1);
        Slot taken = slots.acquire(Urgency.DOCUMENTS, LONG);
        List<Urgency> order = new ArrayList<>();
        FutureTask<?> document = new FutureTask<>(() -> passThrough(slots, Urgency.DOCUMENTS, order), null);
        FutureTask<?> query = new FutureTask<>(() -> passThrough(slots, Urgency.QUERY, order), null);
        // In line before the query comes.
        Await.untilItWaits(Thread.ofPlatform().start(document));
        Thread.ofPlatform().start(query);
        Await.until("the query waits for a slot", slots::isQueryWaiting);

        slots.ended(taken, Optional.empty());
        document.get();
        query.get();

        assertThat(order).containsExactly(Urgency.QUERY, Urgency.DOCUMENTS);
    }

    @Test
    void keepsTheInterrupt() {
        RequestSlots slots = slots(1, 1);
        slots.acquire(Urgency.QUERY, LONG);
        Thread.currentThread().interrupt();

        EmbeddingUnavailableException failure = refused(slots, LONG);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void beginsWithinItsMaximum() {
        assertThatIllegalArgumentException().isThrownBy(() -> slots(0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> slots(5, 4));
    }

    private static void passThrough(RequestSlots slots, Urgency urgency, List<Urgency> order) {
        Slot slot = slots.acquire(urgency, LONG);
        // One slot only: nobody else is here.
        order.add(urgency);
        slots.ended(slot, Optional.empty());
    }

    private static EmbeddingUnavailableException refused(RequestSlots slots, Patience patience) {
        return catchThrowableOfType(
                EmbeddingUnavailableException.class, () -> slots.acquire(Urgency.DOCUMENTS, patience));
    }

    /** One after the other, each followed by the next request, so that all slots stay in use. */
    private static void answer(RequestSlots slots, List<Slot> round) {
        for (Slot slot : round) {
            slots.succeeded(slot);
            slots.acquire(Urgency.DOCUMENTS, NONE);
        }
    }

    private static List<Slot> take(RequestSlots slots, int count) {
        List<Slot> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(slots.acquire(Urgency.DOCUMENTS, NONE));
        }
        return taken;
    }

    private RequestSlots slots(int first, int most) {
        return new RequestSlots(first, most, clock, duration -> {
            pauses.add(duration);
            clock.advance(duration);
        });
    }
}

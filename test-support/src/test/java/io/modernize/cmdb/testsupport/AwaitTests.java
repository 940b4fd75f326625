package io.modernize.cmdb.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTests {
    @Test
    void looksUntilItIsEnough() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(Await.until("the third look", looks::incrementAndGet, seen -> seen == 3))
                .isEqualTo(3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void doesNotPauseWhereTheStateIsThere() {
        Thread.currentThread().interrupt();

        Await.until("it is there", () -> true);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void endsWithWhatTheLookThrows() {
        IllegalArgumentException failure = new IllegalArgumentException();

        assertThatThrownBy(() -> Await.until("nothing", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void keepsTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Await.until("nothing", () -> false)).hasMessageContaining("nothing");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void seesThatAThreadWaits() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            awaitLatch(latch);
            order.add("released");
        });

        Await.untilItWaits(waiting);

        order.add("seen");
        latch.countDown();
        waiting.join();
        assertThat(order).containsExactly("seen", "released");
    }

    @Test
    void seesThatAThreadHasEndedInstead() throws Exception {
        Thread ended = Thread.ofVirtual().start(() -> {});
        ended.join();

        assertThatThrownBy(() -> Await.untilItWaits(ended)).isInstanceOf(AssertionError.class);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

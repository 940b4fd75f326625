package io.modernize.cmdb.testsupport;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks until another thread or process has come to a state, where that one cannot say so itself. Nothing else in tests
 * pauses: a pause that stands for a state is too short on some machine, and too long on all others.
 */
public final class Await {
    /** Bounds a hang and decides nothing: no machine is so busy that a test which passes comes near it. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Between the first two looks, and twice as long each time. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(5);

    /** Leaves the processor to those who are waited for: a look may be a request or a statement. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private Await() {}

    /**
     * Returns when the state is there, at once if it is already.
     *
     * @param state names what is waited for in the message of the failure
     * @throws AssertionError if it is not there after five minutes
     */
    public static void until(String state, BooleanSupplier isThere) {
        until(state, isThere::getAsBoolean, there -> there);
    }

    /**
     * What was seen last, which is enough.
     *
     * @param state names what is waited for in the message of the failure, which also says what was seen last
     * @param look is asked again and again, on the thread of the caller; what it throws ends the wait
     * @throws AssertionError if it is not enough after five minutes
     */
    public static <T> T until(String state, Supplier<T> look, Predicate<? super T> isEnough) {
        long start = System.nanoTime();
        Duration pause = SHORTEST_PAUSE;
        T seen = look.get();
        while (!isEnough.test(seen)) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new AssertionError("Not after " + LONGEST.toMinutes() + " minutes: " + state + ", but " + seen);
            }
            pause(state, pause);
            pause = pause.compareTo(LONGEST_PAUSE.dividedBy(2)) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            seen = look.get();
        }
        return seen;
    }

    /**
     * Returns when the thread waits for something: for a lock, a latch, a place in a queue.
     *
     * @throws AssertionError if it ends, or does not wait after five minutes
     */
    public static void untilItWaits(Thread thread) {
        Thread.State state = until("thread " + thread.getName() + " waits", thread::getState, seen -> switch (seen) {
            case BLOCKED, WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE -> false;
        });
        if (state == Thread.State.TERMINATED) {
            throw new AssertionError("Thread " + thread.getName() + " has ended instead of waiting");
        }
    }

    private static void pause(String state, Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting until " + state, e);
        }
    }
}

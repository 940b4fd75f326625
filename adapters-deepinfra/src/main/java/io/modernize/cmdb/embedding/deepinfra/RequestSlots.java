package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the number of running requests, and finds out how many the provider bears: additive increase, multiplicative
 * decrease, as in TCP. It begins with a few. Each answer allows one more until the first request too many (429). From
 * then on a whole round of answers allows one more. A request too many halves the number, once for all requests that
 * were running with it. If the provider tells how long to wait, nobody asks until then.
 *
 * <p>The class is safe for concurrent use. It is not a library's limiter: Resilience4j's bulkheads have a fixed size,
 * and Netflix's {@code AIMDLimit} takes each of a hundred simultaneous 429 for a reason to shrink again.
 */
final class RequestSlots {
    private static final Logger LOG = LoggerFactory.getLogger(RequestSlots.class);

    private static final double DECREASE = 0.5;

    /**
     * The longest time for which nobody asks because one request was told to wait. A provider that asks for more is not
     * merely busy, and the breaker is there for that.
     */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    /** The time for which a hold may seem to continue after it was slept through: sleep has a clock of its own. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMillis(50);

    /**
     * The right to have a running request.
     *
     * @param decreases how often the limit had been lowered when the slot was given
     */
    record Slot(long decreases) {}

    private final int most;
    private final Clock clock;
    private final Pause pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private double limit;
    private int inFlight;
    private int queriesWaiting;
    private long decreases;
    private @Nullable Instant heldUntil;

    /** @param first the limit to begin with, 1 to {@code most} */
    RequestSlots(int first, int most, Clock clock, Pause pause) {
        if (first < 1 || first > most) {
            throw new IllegalArgumentException(first + " requests to begin with, of at most " + most);
        }
        this.limit = first;
        this.most = most;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Waits for a slot: for the patience's longest pause while the provider must not be asked, and for its timeout
     * while others have all slots. The caller gives each slot back exactly once.
     *
     * @throws EmbeddingUnavailableException {@code OVERLOADED} if it gets none, {@code UNREACHABLE} on interruption
     */
    Slot acquire(Urgency urgency, Patience patience) {
        try {
            long nanosLeft = patience.timeout().toNanos();
            Duration pauseLeft = patience.maxPause();
            while (true) {
                Duration hold = hold();
                if (hold.compareTo(pauseLeft.plus(CLOCKS_DIFFER)) > 0) {
                    throw new EmbeddingUnavailableException(
                            Reason.OVERLOADED,
                            "DeepInfra asks not to be asked for another " + hold.toMillis() + " ms",
                            hold,
                            null);
                }
                if (hold.isPositive()) {
                    pause.pause(hold);
                    pauseLeft = pauseLeft.minus(hold);
                    continue;
                }
                long before = System.nanoTime();
                Optional<Slot> slot = tryAcquire(urgency, nanosLeft);
                if (slot.isPresent()) {
                    return slot.get();
                }
                nanosLeft -= System.nanoTime() - before;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailableException(
                    Reason.UNREACHABLE, "interrupted while waiting to ask DeepInfra", null, e);
        }
    }

    /** Gives back the slot of a request that was answered with vectors. */
    void succeeded(Slot slot) {
        lock.lock();
        try {
            // If half the slots are idle, the answer does not tell whether the provider would bear more.
            if (inFlight * 2 >= limit) {
                limit = Math.min(most, limit + (decreases == 0 ? 1 : 1 / limit));
            }
            giveBack();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives back the slot of a request that was one too many.
     *
     * @param wait the time for which nobody should ask, but no longer than {@link #LONGEST_HOLD}
     * @return whether there had been one slot only, so that asking more slowly cannot help
     */
    boolean wasTooMany(Slot slot, Optional<Duration> wait) {
        lock.lock();
        try {
            boolean last = limit < 2;
            // A request from before the last decrease tells of the limit that was, not of the one that is.
            if (slot.decreases() == decreases) {
                limit = Math.max(1, Math.floor(limit * DECREASE));
                decreases++;
                LOG.info("DeepInfra was asked too much; {} requests at once from now on", (int) limit);
            }
            wait.ifPresent(this::holdFor);
            giveBack();
            return last;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives back the slot of a request that tells nothing of how much the provider bears.
     *
     * @param wait the time for which nobody should ask, but no longer than {@link #LONGEST_HOLD}
     */
    void ended(Slot slot, Optional<Duration> wait) {
        lock.lock();
        try {
            wait.ifPresent(this::holdFor);
            giveBack();
        } finally {
            lock.unlock();
        }
    }

    /** The number of requests that may run now. */
    int limit() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }

    /** The number of running requests. */
    int inFlight() {
        lock.lock();
        try {
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a query waits for a slot, so that documents wait for the query. */
    boolean isQueryWaiting() {
        lock.lock();
        try {
            return queriesWaiting > 0;
        } finally {
            lock.unlock();
        }
    }

    /** The time for which nobody should ask from now on; zero if everybody may. */
    private Duration hold() {
        lock.lock();
        try {
            return holdLocked();
        } finally {
            lock.unlock();
        }
    }

    private Duration holdLocked() {
        Duration left = heldUntil == null ? Duration.ZERO : Duration.between(clock.instant(), heldUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void holdFor(Duration wait) {
        Instant until = clock.instant().plus(wait.compareTo(LONGEST_HOLD) < 0 ? wait : LONGEST_HOLD);
        if (heldUntil == null || until.isAfter(heldUntil)) {
            heldUntil = until;
        }
        // Those that wait for a slot wait for the end of the hold instead.
        changed.signalAll();
    }

    /** A slot. Empty if a hold began while waiting. */
    private Optional<Slot> tryAcquire(Urgency urgency, long atMostNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMostNanos;
            boolean query = urgency == Urgency.QUERY;
            queriesWaiting += query ? 1 : 0;
            try {
                while (!holdLocked().isPositive()) {
                    if (inFlight < (int) limit && (query || queriesWaiting == 0)) {
                        inFlight++;
                        return Optional.of(new Slot(decreases));
                    }
                    if (left <= 0) {
                        throw new EmbeddingUnavailableException(
                                Reason.OVERLOADED,
                                "all " + (int) limit + " requests that DeepInfra bears at once are under way");
                    }
                    left = changed.awaitNanos(left);
                }
                return Optional.empty();
            } finally {
                if (query) {
                    queriesWaiting--;
                    // Documents wait for the last query too.
                    changed.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void giveBack() {
        inFlight--;
        changed.signalAll();
    }
}

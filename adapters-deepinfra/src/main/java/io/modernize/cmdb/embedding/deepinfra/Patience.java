package io.modernize.cmdb.embedding.deepinfra;

import java.time.Duration;

/**
 * Settings of how long and how often to try.
 *
 * @param timeout the time for one request, from its start to the last byte of the answer
 * @param maxAttempts the number of requests in all, including the first one
 * @param initialBackOff the pause after the first failure; doubles with each further one
 * @param maxPause the longest pause between two attempts. If the provider asks for a longer one, the call fails at once
 *     and tells its caller, instead of asking again too early
 */
record Patience(Duration timeout, int maxAttempts, Duration initialBackOff, Duration maxPause) {
    /**
     * The greatest number of attempts. After more failures the provider is down, and it is better to restart the job
     * later.
     */
    static final int MOST_ATTEMPTS = 10;

    Patience {
        if (!timeout.isPositive() || initialBackOff.isNegative() || maxPause.isNegative()) {
            throw new IllegalArgumentException("a timeout is positive, a pause not negative");
        }
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(maxAttempts + " attempts; allowed are 1 to " + MOST_ATTEMPTS);
        }
    }

    /** The pause after the given number of failures, before jitter. */
    Duration backOff(int failures) {
        Duration pause = initialBackOff.multipliedBy(1L << (failures - 1));
        return pause.compareTo(maxPause) < 0 ? pause : maxPause;
    }
}

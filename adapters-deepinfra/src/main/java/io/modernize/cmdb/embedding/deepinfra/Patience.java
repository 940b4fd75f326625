package io.modernize.cmdb.embedding.deepinfra;

import java.time.Duration;

/**
 * How long and how often to try.
 *
 * @param timeout for one request, from its start to the last byte of the answer
 * @param maxAttempts requests in all, the first one included
 * @param initialBackOff pause after the first failure; doubles with each further one
 * @param maxPause longest pause between two attempts. Where the provider asks for a longer one, the call fails at once
 *     and tells its caller, instead of asking again too early
 */
record Patience(Duration timeout, int maxAttempts, Duration initialBackOff, Duration maxPause) {
    /** Beyond that the provider is down, and the job that asks is better restarted later. */
    static final int MOST_ATTEMPTS = 10;

    Patience {
        if (!timeout.isPositive() || initialBackOff.isNegative() || maxPause.isNegative()) {
            throw new IllegalArgumentException("a timeout is positive, a pause not negative");
        }
        if (maxAttempts < 1 || maxAttempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(maxAttempts + " attempts; allowed are 1 to " + MOST_ATTEMPTS);
        }
    }

    /** Pause after the given number of failures, before jitter. */
    Duration backOff(int failures) {
        Duration pause = initialBackOff.multipliedBy(1L << (failures - 1));
        return pause.compareTo(maxPause) < 0 ? pause : maxPause;
    }
}

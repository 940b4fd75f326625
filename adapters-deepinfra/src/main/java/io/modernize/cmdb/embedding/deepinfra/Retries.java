package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException.Reason;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Repeats calls that failed for a passing reason.
 *
 * <p>It is not Spring's {@code RetryTemplate}, whose back-off does not see the failure, so it cannot follow {@code
 * Retry-After}, and which sleeps on the real clock.
 */
final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final Pause pause;
    private final RandomGenerator random;
    private final EmbeddingMetrics metrics;

    Retries(Pause pause, RandomGenerator random, EmbeddingMetrics metrics) {
        this.pause = pause;
        this.random = random;
        this.metrics = metrics;
    }

    /** @throws EmbeddingUnavailableException the failure of the last attempt */
    <T> T call(Patience patience, Supplier<T> attempt) {
        for (int failures = 1; ; failures++) {
            try {
                return attempt.get();
            } catch (EmbeddingUnavailableException e) {
                Duration wait = waitAfter(e, failures, patience);
                // Who is suspended is not to wait here: the caller is told for how long, and may have better to do.
                boolean again = e.isTransient()
                        && e.reason() != Reason.SUSPENDED
                        && failures < patience.maxAttempts()
                        && wait.compareTo(patience.maxPause()) <= 0
                        && !Thread.currentThread().isInterrupted();
                if (!again) {
                    throw e;
                }
                // That requests are one too many now and then is how their number is found out.
                LOG.atLevel(e.reason() == Reason.OVERLOADED ? Level.DEBUG : Level.WARN)
                        .log(
                                "Attempt {} of {} failed, next one in {} ms: {}",
                                failures,
                                patience.maxAttempts(),
                                wait.toMillis(),
                                e.getMessage());
                pauseOrThrow(wait, e);
                metrics.retried();
            }
        }
    }

    private Duration waitAfter(EmbeddingUnavailableException e, int failures, Patience patience) {
        Duration jittered = jittered(patience.backOff(failures));
        // No sooner than the provider asks. The jitter keeps callers that were refused together apart.
        return e.retryAfter()
                .map(asked -> asked.compareTo(jittered) > 0 ? asked : jittered)
                .orElse(jittered);
    }

    /** A random time between half of the back-off and all of it. */
    private Duration jittered(Duration backOff) {
        long half = backOff.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    private void pauseOrThrow(Duration wait, EmbeddingUnavailableException failure) {
        try {
            pause.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
            throw failure;
        }
    }
}

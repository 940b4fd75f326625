package io.modernize.cmdb.jobs.batch;

import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the end of an attempt, however long the database is away. A run without a recorded end would count as one that
 * has ended its process.
 */
final class RecordedEnd {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedEnd.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Predicate<Duration> stopsDuring;

    /** @param stopsDuring waits for so long, and tells whether the service has stopped meanwhile */
    RecordedEnd(Predicate<Duration> stopsDuring) {
        this.stopsDuring = stopsDuring;
    }

    /**
     * Records until it succeeds or the service stops. The pauses grow up to ten seconds.
     *
     * @throws RuntimeException the last failure, if the service stops, or if it does not pass by itself
     */
    void record(Runnable record) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                record.run();
                return;
            } catch (RuntimeException e) {
                boolean passes =
                        DatabaseFailure.of(e).filter(DatabaseFailure::passes).isPresent();
                if (!passes || stopsDuring.test(pause)) {
                    throw e;
                }
                LOG.debug("The end of a job could not be recorded yet: {}", e.toString());
            }
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        }
    }
}

package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The pauses of one run, shared by all of its calls: while the provider is out of reach, no call is worth making. All
 * pauses together last no longer than the run's patience. The class is safe for concurrent use.
 */
final class Pauses {
    private static final Duration LONGEST_UNASKED = Duration.ofMinutes(1);
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

    /** The number of doublings after which the longest pause is reached in any case. */
    private static final int MOST_DOUBLINGS = 20;

    private final Duration patience;
    private final Duration first;
    private final JobProgress progress;
    private final InstantSource clock;
    private final Sleep sleep;
    private Duration spent = Duration.ZERO;
    private Instant until = Instant.MIN;
    private int inARow;
    private boolean givenUp;

    /** Waits. */
    @FunctionalInterface
    interface Sleep {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * @param patience the limit for all pauses of the run; zero for no pause
     * @param first pause where the provider does not say how long, and the shortest one; each further one in a row that
     *     it does not say is twice as long, up to a minute
     */
    Pauses(Duration patience, Duration first, JobProgress progress, InstantSource clock, Sleep sleep) {
        this.patience = patience;
        this.first = first;
        this.progress = progress;
        this.clock = clock;
        this.sleep = sleep;
    }

    /**
     * Waits until the pause ends, if there is one, or until the run has to stop.
     *
     * @throws IllegalStateException if the thread is interrupted
     */
    void awaitEnd() {
        Duration left = left();
        while (left.isPositive() && !progress.isStopRequested()) {
            try {
                // In steps, so that a request to stop need not wait for the end of the pause.
                sleep.sleep(left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the model", e);
            }
            left = left();
        }
    }

    /**
     * Begins a pause after a failure that may pass, or joins the pause that another call has begun.
     *
     * @throws EmbeddingUnavailableException the failure, where it does not pass, where the patience is at its end,
     *     where the run is to stop, and where any of that was so before: the run is about to end
     */
    synchronized void begin(EmbeddingUnavailableException failure) {
        if (givenUp
                || !failure.isTransient()
                || progress.isStopRequested()
                || Thread.currentThread().isInterrupted()) {
            givenUp = true;
            throw failure;
        }
        Instant now = clock.instant();
        boolean running = until.isAfter(now);
        Optional<Duration> asked = failure.retryAfter();
        if (running && asked.isEmpty()) {
            return;
        }
        // At least the first pause: a provider that says "at once" and fails again must not be asked without one.
        Duration wait = asked.isEmpty() ? unasked() : asked.get().compareTo(first) > 0 ? asked.get() : first;
        Instant end = now.plus(wait);
        if (!end.isAfter(until)) {
            return;
        }
        Duration more = Duration.between(running ? until : now, end);
        if (spent.plus(more).compareTo(patience) > 0) {
            givenUp = true;
            throw failure;
        }
        spent = spent.plus(more);
        until = end;
        if (asked.isEmpty()) {
            inARow++;
        }
        progress.paused(wait, String.valueOf(failure.getMessage()));
    }

    /** Records that a call has worked. */
    synchronized void over() {
        inARow = 0;
    }

    private synchronized Duration left() {
        return until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), until);
    }

    private Duration unasked() {
        Duration pause = first.multipliedBy(1L << Math.min(inARow, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_UNASKED) < 0 ? pause : LONGEST_UNASKED;
    }
}

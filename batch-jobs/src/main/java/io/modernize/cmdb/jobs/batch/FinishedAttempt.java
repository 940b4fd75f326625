package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;

/** An attempt of a job that is over. Public for the jobs of other capabilities. */
public final class FinishedAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(FinishedAttempt.class);

    private final boolean completed;
    private final boolean stopRequested;
    private final List<Throwable> failures;
    private final AttemptResults results;

    private FinishedAttempt(
            boolean completed, boolean stopRequested, List<Throwable> failures, AttemptResults results) {
        this.completed = completed;
        this.stopRequested = stopRequested;
        this.failures = failures;
        this.results = results;
    }

    static FinishedAttempt of(JobExecution execution, JobProgress progress, AttemptResults results) {
        return switch (execution.getStatus()) {
            case COMPLETED -> new FinishedAttempt(true, false, List.of(), results);
            // What Batch makes of a stop is no failure.
            case STOPPED -> new FinishedAttempt(false, true, List.of(), results);
            case STARTING, STARTED, STOPPING, FAILED, ABANDONED, UNKNOWN ->
                failed(execution.getAllFailureExceptions(), progress, results);
        };
    }

    static FinishedAttempt of(RuntimeException failure, JobProgress progress, AttemptResults results) {
        return failed(List.of(failure), progress, results);
    }

    /** The progress may ask a database that is gone, which must not hide why the attempt failed. */
    private static FinishedAttempt failed(List<Throwable> failures, JobProgress progress, AttemptResults results) {
        try {
            return new FinishedAttempt(false, progress.isStopRequested(), failures, results);
        } catch (RuntimeException e) {
            return new FinishedAttempt(
                    false, false, Stream.concat(failures.stream(), Stream.of(e)).toList(), results);
        }
    }

    public boolean isCompleted() {
        return completed;
    }

    /** How it ended: completed or not. */
    public JobEnd end() {
        return interruption().<JobEnd>map(end -> end).orElseGet(JobEnd.Completed::new);
    }

    /** How the attempt ended if it did not complete. Reasons that are not for people go to the log. */
    public Optional<JobEnd.Unfinished> interruption() {
        if (completed) {
            return Optional.empty();
        }
        if (stopRequested && failures.isEmpty()) {
            return Optional.of(new JobEnd.Stopped());
        }
        JobEnd.Unfinished failure = failure();
        // A service that stops takes away what its jobs need: they fail with that, and mean the stop.
        return Optional.of(stopRequested ? new JobEnd.Stopped() : failure);
    }

    /** The results that its steps have left, also if the attempt did not complete. */
    public AttemptResults results() {
        return results;
    }

    /** The first cause of that type. */
    public <T extends Throwable> Optional<T> cause(Class<T> type) {
        return failures.stream()
                .flatMap(FinishedAttempt::causes)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private JobEnd.Unfinished failure() {
        Optional<DatabaseFailure> database = failures.stream()
                .flatMap(each -> DatabaseFailure.of(each).stream())
                .min(Comparator.naturalOrder());
        if (database.isEmpty()) {
            return new JobEnd.Failed(unexpected());
        }
        String reason = database.get().reason();
        if (database.get().passes()) {
            LOG.warn("A job is interrupted, {}: {}", reason, failures.getFirst().toString());
            return new JobEnd.Interrupted(reason);
        }
        failures.forEach(failure -> LOG.error("A job stopped", failure));
        return new JobEnd.Failed(reason);
    }

    private String unexpected() {
        failures.forEach(failure -> LOG.error("A job stopped", failure));
        Optional<Error> error = cause(Error.class);
        if (error.isPresent()) {
            // Neither the job's fault nor that of its data.
            return "the process that ran the job had an error ("
                    + error.get().getClass().getSimpleName() + "); the log has the details";
        }
        return "an unexpected error stopped the job; the log has the details";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}

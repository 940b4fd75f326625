package io.modernize.cmdb.jobs.batch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * The end of an attempt of a job. It is public for the jobs of other capabilities.
 *
 * @param stopped whether the attempt was asked to stop
 * @param failures the exceptions that ended the attempt, without those of a stop
 */
public record AttemptEnd(boolean completed, boolean stopped, List<Throwable> failures) {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptEnd.class);

    static AttemptEnd of(JobExecution execution) {
        boolean stopped = execution.getStatus() == BatchStatus.STOPPED;
        return new AttemptEnd(
                execution.getStatus() == BatchStatus.COMPLETED,
                stopped,
                stopped ? List.of() : execution.getAllFailureExceptions());
    }

    static AttemptEnd of(RuntimeException failure) {
        return new AttemptEnd(false, false, List.of(failure));
    }

    /** The first cause of that type. */
    public <T extends Throwable> Optional<T> cause(Class<T> type) {
        return failures.stream()
                .flatMap(AttemptEnd::causes)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** The reason why the attempt is not completed, for people. Other details go to the log. */
    public String reason() {
        if (stopped) {
            return "the job was stopped";
        }
        if (failures.stream().flatMap(AttemptEnd::causes).anyMatch(AttemptEnd::isDatabaseGone)) {
            LOG.warn("A job has lost the database: {}", failures.getFirst().toString());
            return "the database cannot be reached";
        }
        failures.forEach(failure -> LOG.error("A job stopped", failure));
        Optional<Error> error = cause(Error.class);
        if (error.isPresent()) {
            // Neither the job's fault nor that of its data.
            return "the process that ran the job had an error ("
                    + error.get().getClass().getSimpleName() + "); the log has the details";
        }
        return "an unexpected error stopped the job; the log has the details";
    }

    static boolean isDatabaseGone(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException
                || cause instanceof TransactionSystemException;
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}

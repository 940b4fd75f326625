package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.DataAccessResourceFailureException;

class FinishedAttemptTests {
    private static final JobProgress STOPPING = new JobProgress() {
        @Override
        public void report(long done, long total) {
            // Nobody looks.
        }

        @Override
        public boolean isStopRequested() {
            return true;
        }
    };

    private final JobExecution execution = new JobExecution(1, new JobInstance(1, "job"), new JobParameters());

    private JobEnd end(BatchStatus status, JobProgress progress) {
        execution.setStatus(status);
        return FinishedAttempt.of(execution, progress, new AttemptResults(new ExecutionContext()))
                .end();
    }

    @Test
    void isCompletedWhereTheJobCameToItsEnd() {
        assertThat(end(BatchStatus.COMPLETED, JobProgress.SILENT)).isEqualTo(new JobEnd.Completed());
        assertThat(end(BatchStatus.COMPLETED, STOPPING)).isEqualTo(new JobEnd.Completed());
    }

    @Test
    void isStoppedWhereTheJobWasAskedToWhateverItFailedWithThen() {
        assertThat(end(BatchStatus.STOPPED, JobProgress.SILENT)).isEqualTo(new JobEnd.Stopped());
        execution.addFailureException(new IllegalStateException("taken away"));
        assertThat(end(BatchStatus.FAILED, STOPPING)).isEqualTo(new JobEnd.Stopped());
    }

    @Test
    void tellsWhyTheJobFailedWithoutWhatIsForTheLogOnly() {
        execution.addFailureException(new IllegalStateException("a name of a customer's"));
        assertThat(end(BatchStatus.FAILED, JobProgress.SILENT))
                .isEqualTo(new JobEnd.Failed("an unexpected error stopped the job; the log has the details"));
    }

    @Test
    void tellsThatTheDatabaseIsGone() {
        execution.addFailureException(new IllegalStateException(new DataAccessResourceFailureException("no route")));
        assertThat(end(BatchStatus.FAILED, JobProgress.SILENT))
                .isEqualTo(new JobEnd.Interrupted("the database cannot be reached"));
    }

    @Test
    void tellsThatTheDatabaseDoesNotTakeAValueWithoutTheValue() {
        SQLException tooLong = new SQLException("string is too long for tsvector: a name of a customer's", "54000");
        execution.addFailureException(new DataAccessResourceFailureException("insert", tooLong));
        assertThat(end(BatchStatus.FAILED, JobProgress.SILENT))
                .isEqualTo(new JobEnd.Failed(
                        "the database does not take a value of the job's data; the log has the details"));
    }

    /** The progress of a queued job asks the database, which may be what the job has lost. */
    @Test
    void tellsThatTheDatabaseIsGoneWhereTheProgressCannotBeAskedEither() {
        execution.addFailureException(new IllegalStateException("taken away"));
        JobProgress unreachable = new JobProgress() {
            @Override
            public void report(long done, long total) {
                // Nobody looks.
            }

            @Override
            public boolean isStopRequested() {
                throw new DataAccessResourceFailureException("no route");
            }
        };

        assertThat(end(BatchStatus.FAILED, unreachable))
                .isEqualTo(new JobEnd.Interrupted("the database cannot be reached"));
    }
}

package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records the attempts of a run for the process that holds its lock: the beginning and the progress. */
final class JobRunAttempts {
    /** The number of attempts that ended with their process. After so many, the run itself is taken for the cause. */
    private static final int MOST_CRASHES = 5;

    private final TenantJdbc jdbc;

    JobRunAttempts(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Optional<JobRun> begin(TenantScope scope, JobRunId id) {
        return jdbc.inScope(scope, () -> {
            // Said to run, while nobody holds its lock: the process that had begun it is gone.
            jdbc.sql(scope, """
                update job_runs set crashes = crashes + 1, updated_at = now()
                where id = :id and status = 'RUNNING' and
                """ + JobRunRow.IN_SCOPE).param("id", id.value()).update();
            jdbc.sql(scope, """
                update job_runs set status = 'FAILED', ended_at = now(), updated_at = now(),
                    message = 'It has ended the process that ran it ' || crashes || ' times. The operator''s log may say why.'
                where id = :id and status = 'RUNNING' and crashes >= :most and
                """ + JobRunRow.IN_SCOPE)
                    .param("id", id.value())
                    .param("most", MOST_CRASHES)
                    .update();
            jdbc.sql(scope, """
                update job_runs set status = 'STOPPED', ended_at = now(), updated_at = now()
                where id = :id and status in ('QUEUED', 'RUNNING') and stop_requested and
                """ + JobRunRow.IN_SCOPE).param("id", id.value()).update();
            return jdbc.sql(scope, """
                update job_runs set status = 'RUNNING', resumed_at = now(), resumed_read = read_count, message = null,
                    updated_at = now()
                where id = :id and status in ('QUEUED', 'RUNNING') and %s returning *
                """.formatted(JobRunRow.IN_SCOPE))
                    .param("id", id.value())
                    .query((row, number) -> JobRunRow.toDomain(scope, row))
                    .optional();
        });
    }

    boolean advance(JobRun attempt, JobCounts counts, @Nullable String message) {
        return jdbc.inScope(
                attempt.scope(),
                () -> jdbc.sql(attempt.scope(), """
                    update job_runs set read_count = :read, written_count = :written, skipped_count = :skipped,
                        failed_count = :failed, total_count = :total, message = :message, updated_at = now()
                    where id = :id and status = 'RUNNING' and resumed_at = :resumedAt and %s returning stop_requested
                    """.formatted(JobRunRow.IN_SCOPE))
                        .param("id", attempt.id().value())
                        .param("resumedAt", JobRunRow.resumedAt(attempt))
                        .param("read", counts.read())
                        .param("written", counts.written())
                        .param("skipped", counts.skipped())
                        .param("failed", counts.failed())
                        .param("total", counts.total())
                        .param("message", JobRunRow.shortened(message))
                        .query(Boolean.class)
                        .optional()
                        .orElse(true));
    }
}

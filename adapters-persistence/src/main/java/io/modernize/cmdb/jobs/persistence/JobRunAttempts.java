package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records the attempts of a run for the process that holds its lock: the beginning, the progress and the end. */
final class JobRunAttempts {
    /** The number of attempts that ended with their process. After so many, the run itself is taken for the cause. */
    private static final int MOST_CRASHES = 5;

    /** The time before a run is tried again while another process does its work. */
    private static final int SECONDS_BETWEEN_TRIES = 5;

    private static final int MESSAGE_LENGTH = 2_000;

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

    boolean advance(TenantScope scope, JobRunId id, JobCounts counts, @Nullable String message) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    update job_runs set read_count = :read, written_count = :written, skipped_count = :skipped,
                        failed_count = :failed, total_count = :total, message = :message, updated_at = now()
                    where id = :id and status = 'RUNNING' and %s returning stop_requested
                    """.formatted(JobRunRow.IN_SCOPE))
                        .param("id", id.value())
                        .param("read", counts.read())
                        .param("written", counts.written())
                        .param("skipped", counts.skipped())
                        .param("failed", counts.failed())
                        .param("total", counts.total())
                        .param("message", shortened(message))
                        .query(Boolean.class)
                        .optional()
                        .orElse(true));
    }

    void end(TenantScope scope, JobRunId id, JobStatus status, @Nullable String message) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    update job_runs set status = :status, message = :message, updated_at = now(),
                        ended_at = case when :status in ('QUEUED', 'RUNNING') then null else now() end,
                        not_before = now() + case when :status = 'QUEUED' then :wait * interval '1 second' else interval '0' end
                    where id = :id and status = 'RUNNING' and
                    """ + JobRunRow.IN_SCOPE)
                        .param("id", id.value())
                        .param("status", status.name())
                        .param("message", shortened(message))
                        .param("wait", SECONDS_BETWEEN_TRIES)
                        .update());
    }

    private static @Nullable String shortened(@Nullable String message) {
        return message == null || message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
    }
}

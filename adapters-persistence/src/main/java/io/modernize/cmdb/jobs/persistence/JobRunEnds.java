package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records the ends of attempts. The time of its beginning tells an attempt from one of another process that has taken
 * the run over meanwhile, because the lock of the first was lost with the database. The end of the first is then no end
 * of the run.
 */
final class JobRunEnds {
    /** The time before a run is tried again while another process does its work, in seconds. */
    private static final int BETWEEN_TRIES = 5;

    /** The longest pause after a setback, in seconds. */
    private static final int LONGEST_PAUSE = 300;

    /** The number of setbacks in a row after which the run has failed. Together, their pauses last 25 minutes. */
    private static final int MOST_SETBACKS = 10;

    private final TenantJdbc jdbc;

    JobRunEnds(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void end(JobRun attempt, JobStatus status, @Nullable String message) {
        record(attempt, message, """
            status = :status, message = :message, setbacks = 0,
            ended_at = case when :status in ('QUEUED', 'RUNNING') then null else now() end,
            not_before = now() + case when :status = 'QUEUED' then :wait * interval '1 second' else interval '0' end
            """, Map.of("status", status.name(), "wait", BETWEEN_TRIES));
    }

    void makeWay(JobRun attempt, String message) {
        record(attempt, message, """
            status = 'QUEUED', message = :message, setbacks = 0, is_small = false,
            not_before = now() + :wait * interval '1 second'
            """, Map.of("wait", BETWEEN_TRIES));
    }

    /** Counts setbacks in a row: those before do not count if the attempt has got on. */
    void setBack(JobRun attempt, String message) {
        record(attempt, message, """
            (status, setbacks, message, ended_at, not_before) = (
                select case when s.setbacks < :most then 'QUEUED' else 'FAILED' end,
                    s.setbacks,
                    left(:message || case when s.setbacks < :most then '. The job tries again by itself.' else '' end, 2000),
                    case when s.setbacks < :most then null else now() end,
                    now() + least(:longest, :wait * power(2, s.setbacks - 1)) * interval '1 second'
                from (select case when read_count <> resumed_read then 1 else setbacks + 1 end as setbacks) s)
            """, Map.of("most", MOST_SETBACKS, "longest", LONGEST_PAUSE, "wait", BETWEEN_TRIES));
    }

    private void record(JobRun attempt, @Nullable String message, String end, Map<String, ?> parameters) {
        TenantScope scope = attempt.scope();
        jdbc.runInScope(scope, () -> {
            int recorded = jdbc.sql(scope, """
                update job_runs set updated_at = now(), %s
                where id = :id and status = 'RUNNING' and resumed_at = :resumedAt and %s
                """.formatted(end, JobRunRow.IN_SCOPE))
                    .params(parameters)
                    .param("id", attempt.id().value())
                    .param("resumedAt", JobRunRow.resumedAt(attempt))
                    .param("message", JobRunRow.shortened(message))
                    .update();
            if (recorded == 0) {
                takeBackCrash(attempt);
            }
        });
    }

    /** The other process has taken this one for ended by the run. But here it is. */
    private void takeBackCrash(JobRun attempt) {
        jdbc.sql(attempt.scope(), """
            update job_runs set crashes = crashes - 1
            where id = :id and crashes > 0 and status in ('QUEUED', 'RUNNING') and resumed_at > :resumedAt and
            """ + JobRunRow.IN_SCOPE)
                .param("id", attempt.id().value())
                .param("resumedAt", JobRunRow.resumedAt(attempt))
                .update();
    }
}

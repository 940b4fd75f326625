package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Queues, finds, stops and deletes runs in {@code job_runs}. */
@Component
class JdbcJobRuns implements JobRuns {
    private final TenantJdbc jdbc;
    private final TransactionTemplate savepoints;
    private final JobRunAttempts attempts;
    private final JobRunEnds ends;

    JdbcJobRuns(TenantJdbc jdbc, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.savepoints = new TransactionTemplate(transactionManager);
        this.savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.attempts = new JobRunAttempts(jdbc);
        this.ends = new JobRunEnds(jdbc);
    }

    @Override
    public Optional<JobRun> enqueue(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            JobSize size,
            Map<String, String> arguments,
            String requestedBy) {
        requireCovers(scope, engagementId);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into job_runs
                        (client_account_id, id, engagement_id, kind, is_small, arguments, status, requested_by)
                    values (:client, :id, :engagement, :kind, :small, :arguments::jsonb, 'QUEUED', :requestedBy)
                    on conflict do nothing
                    returning *
                    """)
                        .param("id", UUID.randomUUID())
                        .param("engagement", engagementId == null ? null : engagementId.value())
                        .param("kind", kind.name())
                        .param("small", size == JobSize.SMALL)
                        .param("arguments", JsonMapper.shared().writeValueAsString(arguments))
                        .param("requestedBy", requestedBy)
                        .query((row, number) -> JobRunRow.toDomain(scope, row))
                        .optional());
    }

    private static void requireCovers(TenantScope scope, @Nullable EngagementId engagementId) {
        if (engagementId != null) {
            scope.requireCovers(engagementId);
        } else if (!(scope.engagements() instanceof EngagementSelection.All)) {
            throw new IllegalArgumentException("the scope does not cover the client account as a whole");
        }
    }

    /**
     * The result of the work. Empty if the unique index tells that another run does the same work. The transaction of
     * the caller continues.
     */
    private <T> Optional<T> ifAlone(TenantScope scope, Supplier<Optional<T>> statement) {
        return jdbc.inScope(scope, () -> {
            try {
                return Objects.requireNonNull(savepoints.execute(status -> statement.get()));
            } catch (DuplicateKeyException e) {
                return Optional.<T>empty();
            }
        });
    }

    @Override
    public int queued(TenantScope scope) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(
                                scope,
                                "select count(*) from job_runs where client_account_id = :client and status = 'QUEUED'")
                        .query(Integer.class)
                        .single());
    }

    @Override
    public Optional<JobRun> find(TenantScope scope, JobRunId id) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, "select * from job_runs where id = :id and" + JobRunRow.IN_SCOPE)
                        .param("id", id.value())
                        .query((row, number) -> JobRunRow.toDomain(scope, row))
                        .optional());
    }

    @Override
    public List<JobRun> findAll(TenantScope scope, Collection<JobRunId> ids) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, "select * from job_runs where id = any(:ids) and" + JobRunRow.IN_SCOPE)
                        .param("ids", ids.stream().map(JobRunId::value).toArray(UUID[]::new))
                        .query((row, number) -> JobRunRow.toDomain(scope, row))
                        .list());
    }

    @Override
    public Page<JobRun> list(
            TenantScope scope, Set<JobKind> kinds, Set<JobStatus> statuses, @Nullable JobRunId before, int limit) {
        return jdbc.page(
                scope,
                before,
                limit,
                most -> jdbc.sql(scope, """
                    select * from job_runs where %s
                      and (cardinality(:kinds) = 0 or kind = any(:kinds))
                      and (cardinality(:statuses) = 0 or status = any(:statuses))
                      and (:before::uuid is null or (queued_at, id) < (
                          select queued_at, id from job_runs where id = :before::uuid and %s))
                    order by queued_at desc, id desc limit :limit
                    """.formatted(JobRunRow.IN_SCOPE, JobRunRow.IN_SCOPE))
                        .param("kinds", names(kinds))
                        .param("statuses", names(statuses))
                        .param("before", before == null ? null : before.value())
                        .param("limit", most)
                        .query((row, number) -> JobRunRow.toDomain(scope, row))
                        .list());
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    @Override
    public Optional<JobRun> begin(TenantScope scope, JobRunId id) {
        return attempts.begin(scope, id);
    }

    @Override
    public boolean advance(JobRun attempt, JobCounts counts, @Nullable String message) {
        return attempts.advance(attempt, counts, message);
    }

    @Override
    public void end(JobRun attempt, JobStatus status, @Nullable String message) {
        ends.end(attempt, status, message);
    }

    @Override
    public void makeWay(JobRun attempt, String message) {
        ends.makeWay(attempt, message);
    }

    @Override
    public void setBack(JobRun attempt, String message) {
        ends.setBack(attempt, message);
    }

    @Override
    public boolean requestStop(TenantScope scope, JobRunId id) {
        return jdbc.inScope(scope, () -> {
            int waiting = jdbc.sql(scope, """
                update job_runs set stop_requested = true, status = 'STOPPED', ended_at = now(), updated_at = now()
                where id = :id and status = 'QUEUED' and
                """ + JobRunRow.IN_SCOPE)
                    .param("id", id.value())
                    .update();
            int running = jdbc.sql(scope, """
                update job_runs set stop_requested = true, updated_at = now()
                where id = :id and status = 'RUNNING' and
                """ + JobRunRow.IN_SCOPE)
                    .param("id", id.value())
                    .update();
            return waiting + running > 0;
        });
    }

    @Override
    public int forgetBefore(TenantScope scope, Instant limit) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, "delete from job_runs where ended_at < :limit and" + JobRunRow.IN_SCOPE)
                        .param("limit", limit.atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Override
    public boolean requeue(TenantScope scope, JobRunId id) {
        return ifAlone(
                        scope,
                        () -> jdbc.sql(scope, """
                            update job_runs set status = 'QUEUED', stop_requested = false, crashes = 0, setbacks = 0, ended_at = null,
                                not_before = now(), message = null, updated_at = now()
                            where id = :id and status in ('STOPPED', 'FAILED') and %s returning id
                            """.formatted(JobRunRow.IN_SCOPE))
                                .param("id", id.value())
                                .query(UUID.class)
                                .optional())
                .isPresent();
    }
}

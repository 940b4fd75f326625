package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobRuns;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs in {@code job_runs}. */
@Component
class JdbcJobRuns implements JobRuns {
    /** After so many attempts that ended with their process, the run is what ends it. */
    private static final int MOST_CRASHES = 5;

    /** Before a run is tried again whose work another process does. */
    private static final int SECONDS_BETWEEN_TRIES = 5;

    private static final int MESSAGE_LENGTH = 2_000;

    private static final String IN_SCOPE =
            " client_account_id = :client and (:allEngagements or engagement_id = any(:engagements)) ";

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final TenantTransactions transactions;
    private final TransactionTemplate savepoints;
    private final JdbcClient jdbc;

    JdbcJobRuns(TenantTransactions transactions, PlatformTransactionManager transactionManager, JdbcClient jdbc) {
        this.transactions = transactions;
        this.savepoints = new TransactionTemplate(transactionManager);
        this.savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.jdbc = jdbc;
    }

    @Override
    public Optional<JobRun> enqueue(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            Map<String, String> arguments,
            String requestedBy) {
        requireCovers(scope, engagementId);
        return ifAlone(
                scope,
                () -> bound("""
                    insert into job_runs (client_account_id, id, engagement_id, kind, arguments, status, requested_by)
                    values (:client, :id, :engagement, :kind, :arguments::jsonb, 'QUEUED', :requestedBy)
                    returning *
                    """, scope)
                        .param("id", UUID.randomUUID())
                        .param("engagement", engagementId == null ? null : engagementId.value())
                        .param("kind", kind.name())
                        .param("arguments", JsonMapper.shared().writeValueAsString(arguments))
                        .param("requestedBy", requestedBy)
                        .query((row, number) -> run(scope, row))
                        .optional());
    }

    private static void requireCovers(TenantScope scope, @Nullable EngagementId engagementId) {
        if (engagementId != null) {
            scope.requireCovers(engagementId);
        } else if (!(scope.engagements() instanceof EngagementSelection.All)) {
            throw new IllegalArgumentException("the scope does not cover the client account as a whole");
        }
    }

    /** Empty where the unique index says that another run does the same work; the caller's transaction goes on. */
    private <T> Optional<T> ifAlone(TenantScope scope, Supplier<Optional<T>> statement) {
        return transactions.inScope(scope, () -> {
            try {
                return Objects.requireNonNull(savepoints.execute(status -> statement.get()));
            } catch (DuplicateKeyException e) {
                return Optional.<T>empty();
            }
        });
    }

    @Override
    public Optional<JobRun> find(TenantScope scope, JobRunId id) {
        return transactions.inScope(
                scope,
                () -> bound("select * from job_runs where id = :id and" + IN_SCOPE, scope)
                        .param("id", id.value())
                        .query((row, number) -> run(scope, row))
                        .optional());
    }

    @Override
    public List<JobRun> list(
            TenantScope scope, Set<JobKind> kinds, Set<JobStatus> statuses, @Nullable JobRunId before, int limit) {
        return transactions.inScope(
                scope,
                () -> bound("""
                    select * from job_runs where %s
                      and (cardinality(:kinds) = 0 or kind = any(:kinds))
                      and (cardinality(:statuses) = 0 or status = any(:statuses))
                      and (:before::uuid is null or (queued_at, id) < (
                          select queued_at, id from job_runs where id = :before::uuid and %s))
                    order by queued_at desc, id desc limit :limit
                    """.formatted(IN_SCOPE, IN_SCOPE), scope)
                        .param("kinds", names(kinds))
                        .param("statuses", names(statuses))
                        .param("before", before == null ? null : before.value())
                        .param("limit", limit)
                        .query((row, number) -> run(scope, row))
                        .list());
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    @Override
    public Optional<JobRun> begin(TenantScope scope, JobRunId id) {
        return transactions.inScope(scope, () -> {
            // Said to run, while nobody holds its lock: the process that had begun it is gone.
            bound("""
                update job_runs set crashes = crashes + 1, updated_at = now()
                where id = :id and status = 'RUNNING' and
                """ + IN_SCOPE, scope).param("id", id.value()).update();
            bound("""
                update job_runs set status = 'FAILED', ended_at = now(), updated_at = now(),
                    message = 'It has ended the process that ran it ' || crashes || ' times. The operator''s log may say why.'
                where id = :id and status = 'RUNNING' and crashes >= :most and
                """ + IN_SCOPE, scope)
                    .param("id", id.value())
                    .param("most", MOST_CRASHES)
                    .update();
            bound("""
                update job_runs set status = 'STOPPED', ended_at = now(), updated_at = now()
                where id = :id and status in ('QUEUED', 'RUNNING') and stop_requested and
                """ + IN_SCOPE, scope).param("id", id.value()).update();
            return bound("""
                update job_runs set status = 'RUNNING', resumed_at = now(), resumed_read = read_count, message = null,
                    updated_at = now()
                where id = :id and status in ('QUEUED', 'RUNNING') and %s returning *
                """.formatted(IN_SCOPE), scope)
                    .param("id", id.value())
                    .query((row, number) -> run(scope, row))
                    .optional();
        });
    }

    @Override
    public boolean advance(TenantScope scope, JobRunId id, JobCounts counts, @Nullable String message) {
        return transactions.inScope(
                scope,
                () -> bound("""
                    update job_runs set read_count = :read, written_count = :written, skipped_count = :skipped,
                        failed_count = :failed, total_count = :total, message = :message, updated_at = now()
                    where id = :id and status = 'RUNNING' and %s returning stop_requested
                    """.formatted(IN_SCOPE), scope)
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

    @Override
    public void end(TenantScope scope, JobRunId id, JobStatus status, @Nullable String message) {
        transactions.runInScope(
                scope,
                () -> bound("""
                    update job_runs set status = :status, message = :message, updated_at = now(),
                        ended_at = case when :status in ('QUEUED', 'RUNNING') then null else now() end,
                        not_before = now() + case when :status = 'QUEUED' then :wait * interval '1 second' else interval '0' end
                    where id = :id and status = 'RUNNING' and
                    """ + IN_SCOPE, scope)
                        .param("id", id.value())
                        .param("status", status.name())
                        .param("message", shortened(message))
                        .param("wait", SECONDS_BETWEEN_TRIES)
                        .update());
    }

    private static @Nullable String shortened(@Nullable String message) {
        return message == null || message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
    }

    @Override
    public boolean requestStop(TenantScope scope, JobRunId id) {
        return transactions.inScope(scope, () -> {
            int waiting = bound("""
                update job_runs set stop_requested = true, status = 'STOPPED', ended_at = now(), updated_at = now()
                where id = :id and status = 'QUEUED' and
                """ + IN_SCOPE, scope).param("id", id.value()).update();
            int running = bound("""
                update job_runs set stop_requested = true, updated_at = now()
                where id = :id and status = 'RUNNING' and
                """ + IN_SCOPE, scope).param("id", id.value()).update();
            return waiting + running > 0;
        });
    }

    @Override
    public int forgetBefore(TenantScope scope, Instant limit) {
        return transactions.inScope(
                scope,
                () -> bound("delete from job_runs where ended_at < :limit and" + IN_SCOPE, scope)
                        .param("limit", limit.atOffset(ZoneOffset.UTC))
                        .update());
    }

    @Override
    public boolean requeue(TenantScope scope, JobRunId id) {
        return ifAlone(
                        scope,
                        () -> bound("""
                            update job_runs set status = 'QUEUED', stop_requested = false, crashes = 0, ended_at = null,
                                not_before = now(), message = null, updated_at = now()
                            where id = :id and status in ('STOPPED', 'FAILED') and %s returning id
                            """.formatted(IN_SCOPE), scope)
                                .param("id", id.value())
                                .query(UUID.class)
                                .optional())
                .isPresent();
    }

    private StatementSpec bound(String sql, TenantScope scope) {
        return ScopeParameters.bind(jdbc.sql(sql), scope);
    }

    /** In the narrowest scope that the run needs: the reader's may be wider. */
    private static JobRun run(TenantScope reader, ResultSet row) throws SQLException {
        UUID engagement = row.getObject("engagement_id", UUID.class);
        EngagementId engagementId = engagement == null ? null : new EngagementId(engagement);
        Instant resumedAt = instant(row, "resumed_at");
        return new JobRun(
                new JobRunId(row.getObject("id", UUID.class)),
                engagementId == null ? reader : reader.narrowedTo(engagementId).orElseThrow(),
                engagementId,
                JobKind.valueOf(row.getString("kind")),
                JsonMapper.shared().readValue(row.getString("arguments"), ARGUMENTS),
                JobStatus.valueOf(row.getString("status")),
                new JobCounts(
                        row.getLong("read_count"),
                        row.getLong("written_count"),
                        row.getLong("skipped_count"),
                        row.getLong("failed_count"),
                        row.getLong("total_count")),
                resumedAt == null ? null : new JobRun.Resumption(resumedAt, row.getLong("resumed_read")),
                row.getString("message"),
                row.getBoolean("stop_requested"),
                row.getString("requested_by"),
                Objects.requireNonNull(instant(row, "queued_at")),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

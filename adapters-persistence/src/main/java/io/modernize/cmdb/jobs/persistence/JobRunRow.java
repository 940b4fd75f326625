package io.modernize.cmdb.jobs.persistence;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.ScopeParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row of {@code job_runs}. */
final class JobRunRow {
    /** The predicate of the rows that a scope has. {@link ScopeParameters} binds its parameters. */
    static final String IN_SCOPE =
            " client_account_id = :client and (:allEngagements or engagement_id = any(:engagements)) ";

    private static final int MESSAGE_LENGTH = 2_000;

    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private JobRunRow() {}

    /** The run with the narrowest scope that it needs. The reader's scope may be wider. */
    static JobRun toDomain(TenantScope reader, ResultSet row) throws SQLException {
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

    /** When the attempt began. It tells the attempt from those of other processes. */
    static OffsetDateTime resumedAt(JobRun attempt) {
        return Objects.requireNonNull(attempt.resumedAt(), "an attempt has begun")
                .at()
                .atOffset(ZoneOffset.UTC);
    }

    /** The message, as long as the column allows. */
    static @Nullable String shortened(@Nullable String message) {
        return message == null || message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

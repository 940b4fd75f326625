package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.ImportHistory;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads {@code asset_imports} and {@code asset_import_rejections}. */
@Component
class JdbcImportHistory implements ImportHistory {
    private static final String COLUMNS = "i.id, i.engagement_id, i.file_name, i.format, i.total_rows, i.next_row,"
            + " i.created_rows, i.updated_rows, i.unchanged_rows, i.rejected_rows, i.started_at, i.finished_at,"
            + " i.job_run_id, i.requested_by";

    private static final String OF_SCOPE = " from asset_imports i where i.client_account_id = :client"
            + " and (:allEngagements or i.engagement_id = any(:engagements))";

    private final TenantJdbc jdbc;

    JdbcImportHistory(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<PastImport> page(TenantScope scope, @Nullable ImportPosition after, int limit) {
        String behind = after == null ? "" : " and (i.started_at, i.id) < (:startedAt, :id)";
        return jdbc.page(scope, after, limit, most -> {
            StatementSpec statement = jdbc.sql(
                            scope,
                            "select " + COLUMNS + OF_SCOPE + behind
                                    + " order by i.started_at desc, i.id desc limit :limit")
                    .param("limit", most);
            if (after != null) {
                statement = statement
                        .param("startedAt", after.startedAt().atOffset(ZoneOffset.UTC))
                        .param("id", after.id().value());
            }
            return statement.query((row, number) -> pastImport(row)).list();
        });
    }

    @Override
    public Optional<PastImport> find(TenantScope scope, AssetImportId id) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, "select " + COLUMNS + OF_SCOPE + " and i.id = :id")
                        .param("id", id.value())
                        .query((row, number) -> pastImport(row))
                        .optional());
    }

    @Override
    public Page<PlacedRejection> rejections(
            TenantScope scope, AssetImportId id, @Nullable RejectionPosition after, int limit) {
        return jdbc.page(
                scope,
                after,
                limit,
                most -> jdbc.sql(scope, """
                    select r.line, r.position, r.column_name, r.value, r.reason, r.imported
                    from asset_import_rejections r
                    where r.client_account_id = :client and r.import_id = :id and (r.line, r.position) > (:line, :position)
                      and exists (select 1 from asset_imports i where i.client_account_id = :client and i.id = :id
                          and (:allEngagements or i.engagement_id = any(:engagements)))
                    order by r.line, r.position limit :limit
                    """)
                        .param("id", id.value())
                        .param("line", after == null ? 0L : after.line())
                        .param("position", after == null ? 0 : after.ofLine())
                        .param("limit", most)
                        .query((row, number) -> new PlacedRejection(
                                RejectedCells.cell(row),
                                new RejectionPosition(row.getLong("line"), row.getInt("position"))))
                        .list());
    }

    @Override
    public Map<AssetId, PastImport> lastOf(TenantScope scope, Collection<AssetId> assets) {
        if (assets.isEmpty()) {
            return Map.of();
        }
        Map<AssetId, PastImport> last = new HashMap<>();
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, "select a.id as asset_id, " + COLUMNS + """
                     from cmdb_assets a
                    cross join lateral (
                        select * from asset_imports o
                        where o.client_account_id = :client and o.engagement_id = a.engagement_id
                          and o.started_at <= a.updated_at
                        order by o.started_at desc limit 1) as i
                    where a.client_account_id = :client and a.id = any(:assets)
                      and (:allEngagements or a.engagement_id = any(:engagements))
                    """)
                        .param("assets", assets.stream().map(AssetId::value).toArray(UUID[]::new))
                        .query(row -> {
                            last.put(new AssetId(row.getObject("asset_id", UUID.class)), pastImport(row));
                        }));
        return last;
    }

    private static PastImport pastImport(ResultSet row) throws SQLException {
        OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        UUID jobId = row.getObject("job_run_id", UUID.class);
        return new PastImport(
                JdbcAssetImportLog.assetImport(row),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                jobId == null ? null : new JobRunId(jobId),
                row.getString("requested_by"));
    }
}

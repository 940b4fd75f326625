package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/** Stores the beginning, the continuation and the end of imports in {@code asset_imports}. */
@Component
class JdbcAssetImportLog implements AssetImportLog {
    private static final String SELECT = "select id, engagement_id, file_name, format, total_rows, next_row,"
            + " created_rows, updated_rows, unchanged_rows, rejected_rows from asset_imports";

    private final TenantJdbc jdbc;
    private final ImportedChunks chunks;
    private final RejectedCells rejected;
    private final MissingAssets missing;

    JdbcAssetImportLog(TenantJdbc jdbc) {
        this.jdbc = jdbc;
        this.chunks = new ImportedChunks(jdbc);
        this.rejected = new RejectedCells(jdbc);
        this.missing = new MissingAssets(jdbc);
    }

    @Override
    public AssetImport begin(TenantScope scope, NewAssetImport newImport) {
        scope.requireCovers(newImport.engagementId());
        AssetImportId id = new AssetImportId(UUID.randomUUID());
        return jdbc.inScope(scope, () -> {
            forgetKeysOfAbandonedImports(scope, newImport.engagementId());
            jdbc.sql("insert into asset_imports"
                            + " (client_account_id, id, engagement_id, file_name, file_hash, format, total_rows,"
                            + " job_run_id, requested_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            scope.clientAccountId().value(),
                            id.value(),
                            newImport.engagementId().value(),
                            newImport.fileName(),
                            newImport.fileHash().bytes(),
                            newImport.format(),
                            newImport.totalRows())
                    .param(
                            newImport.origin() == null
                                    ? null
                                    : newImport.origin().jobId().value())
                    .param(
                            newImport.origin() == null
                                    ? null
                                    : newImport.origin().requestedBy())
                    .update();
            return get(scope, id);
        });
    }

    private void forgetKeysOfAbandonedImports(TenantScope scope, EngagementId engagementId) {
        jdbc.sql("delete from asset_import_keys where client_account_id = ? and import_id in (select id"
                        + " from asset_imports"
                        + " where client_account_id = ? and engagement_id = ? and finished_at is null)")
                .params(scope.clientAccountId().value(), scope.clientAccountId().value(), engagementId.value())
                .update();
    }

    @Override
    public Optional<AssetImport> findUnfinished(TenantScope scope, EngagementId engagementId, ContentHash fileHash) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(SELECT
                                + " where client_account_id = ? and engagement_id = ? and file_hash = ? and"
                                + " finished_at is null and not exists (select 1 from asset_imports later where"
                                + " later.client_account_id = asset_imports.client_account_id and later.engagement_id"
                                + " = asset_imports.engagement_id and later.started_at > asset_imports.started_at)"
                                + " order by started_at desc limit 1")
                        .params(scope.clientAccountId().value(), engagementId.value(), fileHash.bytes())
                        .query((row, number) -> assetImport(row))
                        .optional());
    }

    @Override
    public void resume(TenantScope scope, AssetImportId importId, @Nullable ImportOrigin origin) {
        requireInScope(scope, importId);
        jdbc.runInScope(
                scope,
                () -> jdbc.sql("update asset_imports set job_run_id = ?, requested_by = ?"
                                + " where client_account_id = ? and id = ?")
                        .param(origin == null ? null : origin.jobId().value())
                        .param(origin == null ? null : origin.requestedBy())
                        .param(scope.clientAccountId().value())
                        .param(importId.value())
                        .update());
    }

    @Override
    public AssetImport get(TenantScope scope, AssetImportId importId) {
        return jdbc.inScope(
                        scope,
                        () -> jdbc.sql(SELECT + " where client_account_id = ? and id = ?")
                                .params(scope.clientAccountId().value(), importId.value())
                                .query((row, number) -> assetImport(row))
                                .optional())
                .filter(found -> scope.engagements().includes(found.engagementId()))
                .orElseThrow(() -> unknown(importId));
    }

    static EmptyResultDataAccessException unknown(AssetImportId importId) {
        return new EmptyResultDataAccessException("the scope has no import " + importId, 1);
    }

    private void requireInScope(TenantScope scope, AssetImportId importId) {
        get(scope, importId);
    }

    static AssetImport assetImport(ResultSet row) throws SQLException {
        return new AssetImport(
                new AssetImportId(row.getObject("id", UUID.class)),
                new EngagementId(row.getObject("engagement_id", UUID.class)),
                row.getString("file_name"),
                row.getString("format"),
                row.getLong("total_rows"),
                row.getLong("next_row"),
                new ImportCounts(
                        row.getLong("created_rows"),
                        row.getLong("updated_rows"),
                        row.getLong("unchanged_rows"),
                        row.getLong("rejected_rows")));
    }

    @Override
    public Map<AssetKey, Long> claimKeys(TenantScope scope, AssetImportId importId, Map<AssetKey, Long> lineByKey) {
        return chunks.claimKeys(scope, importId, lineByKey);
    }

    @Override
    public void reject(TenantScope scope, AssetImportId importId, List<RejectedCell> cells) {
        chunks.reject(scope, importId, cells);
    }

    @Override
    public void advance(TenantScope scope, AssetImportId importId, long nextRow, ImportCounts delta) {
        chunks.advance(scope, importId, nextRow, delta);
    }

    @Override
    public void forEachRejected(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor) {
        requireInScope(scope, importId);
        rejected.forEach(scope, importId, visitor);
    }

    @Override
    public long countMissing(TenantScope scope, AssetImportId importId) {
        requireInScope(scope, importId);
        return missing.count(scope, importId);
    }

    @Override
    public void forEachMissing(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor) {
        requireInScope(scope, importId);
        missing.forEach(scope, importId, visitor);
    }

    @Override
    public int deleteMissing(TenantScope scope, AssetImportId importId) {
        requireInScope(scope, importId);
        return missing.delete(scope, importId);
    }

    @Override
    public void finish(TenantScope scope, AssetImportId importId) {
        requireInScope(scope, importId);
        jdbc.runInScope(scope, () -> {
            jdbc.sql("update asset_imports set finished_at = now() where client_account_id = ? and id = ?")
                    .params(scope.clientAccountId().value(), importId.value())
                    .update();
            jdbc.sql("delete from asset_import_keys where client_account_id = ? and import_id = ?")
                    .params(scope.clientAccountId().value(), importId.value())
                    .update();
        });
    }
}

package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetImportId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAssetImportLog implements AssetImportLog {
    /** Rows fetched at a time while a report is written. */
    private static final int PAGE_SIZE = 1_000;

    private static final String SELECT = "select id, engagement_id, file_name, format, total_rows, next_row,"
            + " created_rows, updated_rows, unchanged_rows, rejected_rows from asset_imports";

    /** Assets of the file's source systems that the file does not hold; parameters: import twice, client, engagement. */
    private static final String MISSING = """
            from cmdb_assets a
            join asset_imports i on i.client_account_id = a.client_account_id and i.engagement_id = a.engagement_id
            where a.client_account_id = :client and i.id = :import
              and a.source_system in (select distinct k.source_system from asset_import_keys k
                                      where k.client_account_id = :client and k.import_id = :import)
              and not exists (select 1 from asset_import_keys k
                              where k.client_account_id = :client and k.import_id = :import
                                and k.source_system = a.source_system and k.external_key = a.external_key)
            """;

    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcAssetImportLog(TenantTransactions transactions, JdbcClient jdbc, JdbcTemplate batches) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public AssetImport begin(TenantScope scope, NewAssetImport newImport) {
        AssetImportId id = new AssetImportId(UUID.randomUUID());
        return transactions.inScope(scope, () -> {
            jdbc.sql("insert into asset_imports"
                            + " (client_account_id, id, engagement_id, file_name, file_hash, format, total_rows)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            scope.clientAccountId().value(),
                            id.value(),
                            newImport.engagementId().value(),
                            newImport.fileName(),
                            newImport.fileHash().bytes(),
                            newImport.format(),
                            newImport.totalRows())
                    .update();
            return get(scope, id);
        });
    }

    @Override
    public Optional<AssetImport> findUnfinished(TenantScope scope, EngagementId engagementId, ContentHash fileHash) {
        return transactions.inScope(scope, () -> jdbc.sql(SELECT
                        + " where client_account_id = ? and engagement_id = ? and file_hash = ? and finished_at is null"
                        + " order by started_at desc limit 1")
                .params(scope.clientAccountId().value(), engagementId.value(), fileHash.bytes())
                .query((row, number) -> assetImport(row))
                .optional());
    }

    @Override
    public AssetImport get(TenantScope scope, AssetImportId importId) {
        return transactions.inScope(scope, () -> jdbc.sql(SELECT + " where client_account_id = ? and id = ?")
                .params(scope.clientAccountId().value(), importId.value())
                .query((row, number) -> assetImport(row))
                .single());
    }

    private static AssetImport assetImport(ResultSet row) throws SQLException {
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
    public Map<AssetKey, Long> claimKeys(
            TenantScope scope, AssetImportId importId, Map<AssetKey, Long> lineByKey) {
        if (lineByKey.isEmpty()) {
            return Map.of();
        }
        List<AssetKey> keys = List.copyOf(lineByKey.keySet());
        String[] sources = keys.stream().map(AssetKey::sourceSystem).toArray(String[]::new);
        String[] externals = keys.stream().map(AssetKey::externalKey).toArray(String[]::new);
        Long[] lines = keys.stream().map(lineByKey::get).toArray(Long[]::new);
        UUID client = scope.clientAccountId().value();
        Map<AssetKey, Long> taken = new HashMap<>();
        transactions.runInScope(scope, () -> {
            jdbc.sql("""
                            select k.source_system, k.external_key, k.line
                            from unnest(?::text[], ?::text[]) as wanted (source_system, external_key)
                            join asset_import_keys k on k.source_system = wanted.source_system
                                and k.external_key = wanted.external_key
                            where k.client_account_id = ? and k.import_id = ?
                            """)
                    .params(sources, externals, client, importId.value())
                    .query(row -> {
                        taken.put(
                                new AssetKey(row.getString("source_system"), row.getString("external_key")),
                                row.getLong("line"));
                    });
            jdbc.sql("""
                            insert into asset_import_keys (client_account_id, import_id, source_system, external_key, line)
                            select ?, ?, source_system, external_key, line
                            from unnest(?::text[], ?::text[], ?::bigint[]) as seen (source_system, external_key, line)
                            on conflict do nothing
                            """)
                    .params(client, importId.value(), sources, externals, lines)
                    .update();
        });
        return taken;
    }

    @Override
    public void reject(TenantScope scope, AssetImportId importId, List<RejectedCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        Map<Long, Integer> positions = new HashMap<>();
        transactions.runInScope(
                scope,
                () -> batches.batchUpdate(
                        "insert into asset_import_rejections"
                                + " (client_account_id, import_id, line, position, column_name, value, reason)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        cells,
                        cells.size(),
                        (statement, cell) -> {
                            statement.setObject(1, scope.clientAccountId().value());
                            statement.setObject(2, importId.value());
                            statement.setLong(3, cell.line());
                            statement.setInt(4, positions.merge(cell.line(), 1, Integer::sum));
                            statement.setString(5, cell.column());
                            statement.setString(6, cell.value());
                            statement.setString(7, cell.reason());
                        }));
    }

    @Override
    public void advance(TenantScope scope, AssetImportId importId, long nextRow, ImportCounts delta) {
        transactions.runInScope(scope, () -> {
            int updated = jdbc.sql("update asset_imports set next_row = ?, created_rows = created_rows + ?,"
                            + " updated_rows = updated_rows + ?, unchanged_rows = unchanged_rows + ?,"
                            + " rejected_rows = rejected_rows + ?"
                            + " where client_account_id = ? and id = ?")
                    .params(
                            nextRow,
                            delta.created(),
                            delta.updated(),
                            delta.unchanged(),
                            delta.rejected(),
                            scope.clientAccountId().value(),
                            importId.value())
                    .update();
            if (updated != 1) {
                throw new EmptyResultDataAccessException("import " + importId + " is not in its client account", 1);
            }
        });
    }

    @Override
    public void forEachRejected(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor) {
        long line = 0;
        int position = 0;
        List<PlacedRejection> page;
        do {
            long afterLine = line;
            int afterPosition = position;
            page = transactions.inScope(scope, () -> jdbc.sql("""
                            select line, position, column_name, value, reason from asset_import_rejections
                            where client_account_id = ? and import_id = ? and (line, position) > (?, ?)
                            order by line, position limit ?
                            """)
                    .params(scope.clientAccountId().value(), importId.value(), afterLine, afterPosition, PAGE_SIZE)
                    .query((row, number) -> new PlacedRejection(
                            new RejectedCell(
                                    row.getLong("line"),
                                    row.getString("column_name"),
                                    row.getString("value"),
                                    row.getString("reason")),
                            row.getInt("position")))
                    .list());
            for (PlacedRejection rejection : page) {
                visitor.accept(rejection.cell());
                line = rejection.cell().line();
                position = rejection.position();
            }
        } while (page.size() == PAGE_SIZE);
    }

    /** A rejection and where it stands among those of its line. */
    private record PlacedRejection(RejectedCell cell, int position) {}

    @Override
    public long countMissing(TenantScope scope, AssetImportId importId) {
        return transactions.inScope(scope, () -> jdbc.sql("select count(*) " + MISSING)
                .param("client", scope.clientAccountId().value())
                .param("import", importId.value())
                .query(Long.class)
                .single());
    }

    @Override
    public void forEachMissing(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor) {
        AssetKey last = new AssetKey("", "");
        List<MissingAsset> page;
        do {
            AssetKey after = last;
            page = transactions.inScope(scope, () -> jdbc.sql("select a.source_system, a.external_key, a.name "
                            + MISSING + " and (a.source_system, a.external_key) > (:source, :key)"
                            + " order by a.source_system, a.external_key limit :limit")
                    .param("client", scope.clientAccountId().value())
                    .param("import", importId.value())
                    .param("source", after.sourceSystem())
                    .param("key", after.externalKey())
                    .param("limit", PAGE_SIZE)
                    .query((row, number) -> new MissingAsset(
                            new AssetKey(row.getString("source_system"), row.getString("external_key")),
                            row.getString("name")))
                    .list());
            page.forEach(visitor);
            if (!page.isEmpty()) {
                last = page.getLast().key();
            }
        } while (page.size() == PAGE_SIZE);
    }

    @Override
    public int deleteMissing(TenantScope scope, AssetImportId importId) {
        return transactions.inScope(scope, () -> jdbc.sql(
                        "delete from cmdb_assets where client_account_id = :client and id in (select a.id " + MISSING + ")")
                .param("client", scope.clientAccountId().value())
                .param("import", importId.value())
                .update());
    }

    @Override
    public void finish(TenantScope scope, AssetImportId importId) {
        transactions.runInScope(scope, () -> {
            jdbc.sql("update asset_imports set finished_at = now() where client_account_id = ? and id = ?")
                    .params(scope.clientAccountId().value(), importId.value())
                    .update();
            jdbc.sql("delete from asset_import_keys where client_account_id = ? and import_id = ?")
                    .params(scope.clientAccountId().value(), importId.value())
                    .update();
        });
    }
}

package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Writes a chunk of an import to the import's log. Each method is one statement, which finds the import inside the
 * scope by itself. An import of ten million rows has twenty thousand chunks.
 */
final class ImportedChunks {
    /** The predicate over {@code asset_imports i} for the import of the parameters, if the scope has it. */
    private static final String IN_SCOPE = " i.client_account_id = :client and i.id = :import"
            + " and (:allEngagements or i.engagement_id = any(:engagements))";

    /**
     * Inserts keys and finds the taken ones by the primary key. This does not depend on the planner's idea of a table
     * that was empty a minute ago. A join with the table was read from end to end for each key. A row without a key
     * tells that the import exists.
     */
    private static final String CLAIM = """
        with known as (select i.id from asset_imports i where %s),
        claimed as (
            insert into asset_import_keys (client_account_id, import_id, source_system, external_key, line)
            select :client, known.id, seen.source_system, seen.external_key, seen.line
            from known, unnest(:systems::text[], :keys::text[], :lines::bigint[])
                as seen (source_system, external_key, line)
            on conflict do nothing
            returning source_system, external_key)
        select claimed.source_system, claimed.external_key from known left join claimed on true
        """.formatted(IN_SCOPE);

    /**
     * Reads the lines of taken keys, key by key, for the same reason. Each key is there, so the limit leaves none out.
     */
    private static final String LINES_OF_TAKEN = """
        select taken.source_system, taken.external_key, earlier.line
        from unnest(:systems::text[], :keys::text[]) as taken (source_system, external_key)
        cross join lateral (select k.line from asset_import_keys k
            where k.client_account_id = :client and k.import_id = :import
              and k.source_system = taken.source_system and k.external_key = taken.external_key
            limit 1) as earlier
        """;

    private static final String REJECT = """
        insert into asset_import_rejections (client_account_id, import_id, line, position, column_name, value, reason, imported)
        select :client, i.id, cell.line, cell.position, cell.column_name, cell.value, cell.reason, cell.imported
        from asset_imports i, unnest(:lines::bigint[], :positions::integer[], :columns::text[], :values::text[],
            :reasons::text[], :imported::boolean[]) as cell (line, position, column_name, value, reason, imported)
        where %s
        """.formatted(IN_SCOPE);

    private static final String ADVANCE = """
        update asset_imports i set next_row = :nextRow, created_rows = created_rows + :created,
            updated_rows = updated_rows + :updated, unchanged_rows = unchanged_rows + :unchanged,
            rejected_rows = rejected_rows + :rejected
        where %s
        """.formatted(IN_SCOPE);

    private final TenantJdbc jdbc;

    ImportedChunks(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    Map<AssetKey, Long> claimKeys(TenantScope scope, AssetImportId importId, Map<AssetKey, Long> lineByKey) {
        if (lineByKey.isEmpty()) {
            return Map.of();
        }
        List<AssetKey> keys = List.copyOf(lineByKey.keySet());
        return jdbc.inScope(scope, () -> {
            Set<AssetKey> claimed = claimed(scope, importId, keys, lineByKey);
            return linesOf(
                    scope,
                    importId,
                    keys.stream().filter(key -> !claimed.contains(key)).toList());
        });
    }

    private Set<AssetKey> claimed(
            TenantScope scope, AssetImportId importId, List<AssetKey> keys, Map<AssetKey, Long> lineByKey) {
        Set<AssetKey> claimed = new HashSet<>();
        AtomicBoolean isInScope = new AtomicBoolean();
        bound(CLAIM, scope, importId)
                .param("systems", systems(keys))
                .param("keys", externalKeys(keys))
                .param("lines", keys.stream().map(lineByKey::get).toArray(Long[]::new))
                .query(row -> {
                    isInScope.set(true);
                    String system = row.getString("source_system");
                    if (system != null) {
                        claimed.add(new AssetKey(system, row.getString("external_key")));
                    }
                });
        if (!isInScope.get()) {
            throw JdbcAssetImportLog.unknown(importId);
        }
        return claimed;
    }

    /** The lines of keys that the import has. */
    private Map<AssetKey, Long> linesOf(TenantScope scope, AssetImportId importId, List<AssetKey> taken) {
        if (taken.isEmpty()) {
            return Map.of();
        }
        Map<AssetKey, Long> lines = new HashMap<>();
        bound(LINES_OF_TAKEN, scope, importId)
                .param("systems", systems(taken))
                .param("keys", externalKeys(taken))
                .query(row -> {
                    lines.put(
                            new AssetKey(row.getString("source_system"), row.getString("external_key")),
                            row.getLong("line"));
                });
        return lines;
    }

    void reject(TenantScope scope, AssetImportId importId, List<RejectedCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        Map<Long, Integer> cellsOfLine = new HashMap<>();
        Integer[] positions = cells.stream()
                .map(cell -> cellsOfLine.merge(cell.line(), 1, Integer::sum))
                .toArray(Integer[]::new);
        int written = jdbc.inScope(
                scope,
                () -> bound(REJECT, scope, importId)
                        .param("lines", cells.stream().map(RejectedCell::line).toArray(Long[]::new))
                        .param("positions", positions)
                        .param(
                                "columns",
                                cells.stream().map(RejectedCell::column).toArray(String[]::new))
                        .param("values", cells.stream().map(RejectedCell::value).toArray(String[]::new))
                        .param(
                                "reasons",
                                cells.stream().map(RejectedCell::reason).toArray(String[]::new))
                        .param(
                                "imported",
                                cells.stream().map(RejectedCell::imported).toArray(Boolean[]::new))
                        .update());
        if (written == 0) {
            throw JdbcAssetImportLog.unknown(importId);
        }
    }

    void advance(TenantScope scope, AssetImportId importId, long nextRow, ImportCounts delta) {
        int advanced = jdbc.inScope(
                scope,
                () -> bound(ADVANCE, scope, importId)
                        .param("nextRow", nextRow)
                        .param("created", delta.created())
                        .param("updated", delta.updated())
                        .param("unchanged", delta.unchanged())
                        .param("rejected", delta.rejected())
                        .update());
        if (advanced == 0) {
            throw JdbcAssetImportLog.unknown(importId);
        }
    }

    private StatementSpec bound(String sql, TenantScope scope, AssetImportId importId) {
        return jdbc.sql(scope, sql).param("import", importId.value());
    }

    private static String[] systems(Collection<AssetKey> keys) {
        return keys.stream().map(AssetKey::sourceSystem).toArray(String[]::new);
    }

    private static String[] externalKeys(Collection<AssetKey> keys) {
        return keys.stream().map(AssetKey::externalKey).toArray(String[]::new);
    }
}

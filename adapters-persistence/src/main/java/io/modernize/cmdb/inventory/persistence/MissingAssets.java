package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetImportLog.MissingAsset;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the assets of an engagement that are not in an import's file, although the file has others of their source
 * systems. The caller has to check that the scope has the import.
 */
final class MissingAssets {
    /** The number of rows that are read at a time for a report. */
    private static final int PAGE_SIZE = 1_000;

    /** The assets of the file's source systems that are not in the file. Its parameters are client and import. */
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

    private final TenantJdbc jdbc;

    MissingAssets(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    long count(TenantScope scope, AssetImportId importId) {
        return inScopeOfManyKeys(
                scope,
                () -> jdbc.sql(scope, "select count(*) " + MISSING)
                        .param("import", importId.value())
                        .query(Long.class)
                        .single());
    }

    void forEach(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor) {
        inScopeOfManyKeys(scope, () -> {
            // With a fetch size PostgreSQL keeps the rows behind a cursor and hands them out in pages.
            jdbc.sql(
                            scope,
                            "select a.source_system, a.external_key, a.name " + MISSING
                                    + " order by a.source_system, a.external_key")
                    .withFetchSize(PAGE_SIZE)
                    .param("import", importId.value())
                    .query(row -> {
                        visitor.accept(new MissingAsset(
                                new AssetKey(row.getString("source_system"), row.getString("external_key")),
                                row.getString("name")));
                    });
            return Boolean.TRUE;
        });
    }

    int delete(TenantScope scope, AssetImportId importId) {
        return inScopeOfManyKeys(
                scope,
                () -> jdbc.sql(
                                scope,
                                "delete from cmdb_assets where client_account_id = :client and id in (select a.id "
                                        + MISSING + ")")
                        .param("import", importId.value())
                        .update());
    }

    /**
     * Runs work that joins with the keys of a running import. These keys are too new for the planner's statistics. It
     * expects one row, chooses nested loops, and a hundred thousand keys take hours instead of a second.
     */
    private <T> T inScopeOfManyKeys(TenantScope scope, Supplier<T> work) {
        return jdbc.inScope(scope, () -> {
            jdbc.sql("set local enable_nestloop = off").update();
            T result = work.get();
            jdbc.sql("set local enable_nestloop = on").update();
            return result;
        });
    }
}

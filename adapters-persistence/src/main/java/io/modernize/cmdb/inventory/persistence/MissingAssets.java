package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetImportLog.MissingAsset;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Assets of an engagement that an import's file does not hold, though it holds others of their source systems. That the
 * scope has the import is for the caller to check.
 */
final class MissingAssets {
    /** Rows fetched at a time while a report is written. */
    private static final int PAGE_SIZE = 1_000;

    /** Assets of the file's source systems that the file does not hold; parameters: client and import. */
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

    MissingAssets(TenantTransactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    long count(TenantScope scope, AssetImportId importId) {
        return inScopeOfManyKeys(
                scope,
                () -> jdbc.sql("select count(*) " + MISSING)
                        .param("client", scope.clientAccountId().value())
                        .param("import", importId.value())
                        .query(Long.class)
                        .single());
    }

    void forEach(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor) {
        inScopeOfManyKeys(scope, () -> {
            // With a fetch size PostgreSQL keeps the rows behind a cursor and hands them out in pages.
            jdbc.sql("select a.source_system, a.external_key, a.name " + MISSING
                            + " order by a.source_system, a.external_key")
                    .withFetchSize(PAGE_SIZE)
                    .param("client", scope.clientAccountId().value())
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
                () -> jdbc.sql("delete from cmdb_assets where client_account_id = :client and id in (select a.id "
                                + MISSING + ")")
                        .param("client", scope.clientAccountId().value())
                        .param("import", importId.value())
                        .update());
    }

    /**
     * The keys of a running import are too new for the planner's statistics. It takes them for one row, hence joins
     * them by nested loops, and a hundred thousand keys take hours instead of a second.
     */
    private <T> T inScopeOfManyKeys(TenantScope scope, Supplier<T> work) {
        return transactions.inScope(scope, () -> {
            jdbc.sql("set local enable_nestloop = off").update();
            T result = work.get();
            jdbc.sql("set local enable_nestloop = on").update();
            return result;
        });
    }
}

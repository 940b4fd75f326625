package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetChanges;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportRow;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.inventory.records.RowMapping.AssetRow;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.database.persistence.SentStatements;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a chunk of an import asks of the database, beside the context of its transaction. */
@PersistenceTest
class ImportStatementsIT {
    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TwoClients clients;

    private SentStatements sent;
    private StoreImportRows store;
    private AssetImport assetImport;

    @BeforeEach
    void beginImport() {
        sent = new SentStatements(dataSource);
        TenantJdbc jdbc = new TenantJdbc(transactions, sent.jdbc());
        JdbcAssetImportLog log = new JdbcAssetImportLog(jdbc);
        store = new StoreImportRows(
                new JdbcAssetCatalog(jdbc), new JdbcAssetRelations(jdbc), log, AssetChanges.UNHEARD, transactions);
        assetImport = log.begin(
                clients.exitScope(),
                new NewAssetImport(clients.exit(), "servers.csv", ContentHash.ofText("servers"), "test", 10));
        sent.forget();
    }

    @Test
    void writesAChunkInThreeStatements() {
        ImportCounts counts = store(asset(0, "a"), asset(1, "b"));

        assertThat(counts).isEqualTo(new ImportCounts(2, 0, 0, 0));
        assertThat(sent.texts())
                .satisfiesExactly(
                        claim -> assertThat(claim).contains("insert into asset_import_keys"),
                        upsert -> assertThat(upsert).contains("insert into cmdb_assets"),
                        advance -> assertThat(advance).contains("update asset_imports"));
    }

    @Test
    void writesWhatItRejectsInOneMore() {
        ImportCounts counts = store(asset(0, "a"), rejected(1), rejected(2), rejected(3));

        assertThat(counts).isEqualTo(new ImportCounts(1, 0, 0, 3));
        assertThat(sent.texts()).hasSize(4).anySatisfy(sql -> assertThat(sql).contains("asset_import_rejections"));
    }

    @Test
    void looksUpTheLinesOfAllDuplicatesTogether() {
        store(asset(0, "a"), asset(1, "b"), asset(2, "c"));
        sent.forget();

        ImportCounts counts = store(asset(3, "a"), asset(4, "b"), asset(5, "c"), asset(6, "d"));

        assertThat(counts).isEqualTo(new ImportCounts(1, 0, 0, 3));
        assertThat(sent.texts())
                .as("claim, their lines, assets, rejections, position")
                .hasSize(5);
    }

    private ImportCounts store(ImportRow... rows) {
        return store.store(clients.exitScope(), assetImport, "test", List.of(rows));
    }

    private static ImportRow asset(long index, String key) {
        return new ImportRow(
                index,
                index + 2,
                new AssetRow(new AssetDraft(
                        new AssetKey("test", key), AssetAttributes.named(key).build())));
    }

    private static ImportRow rejected(long index) {
        return new ImportRow(
                index, index + 2, new RejectedRow(null, List.of(new RowProblem("name", null, "name is empty"))));
    }
}

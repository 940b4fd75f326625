package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.RelationDraft;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.MissingAsset;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowMapping.AssetRow;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import io.modernize.cmdb.inventory.records.RowMapping.RelationRow;
import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreImportRowsTests {
    private static final String SOURCE = "servicenow";

    private final TwoClients clients = TwoClients.random();
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryAssetRelations relations = new InMemoryAssetRelations(catalog);
    private final InMemoryAssetImportLog log = new InMemoryAssetImportLog(catalog);
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(catalog, relations, log);
    private final List<EngagementId> announced = new ArrayList<>();
    private final StoreImportRows store = new StoreImportRows(
            catalog, relations, log, (scope, engagementId) -> announced.add(engagementId), transactions);
    private final AssetImport assetImport = log.begin(
            clients.exitScope(),
            new NewAssetImport(clients.exit(), "f.csv", ContentHash.ofBytes(new byte[32]), "SERVICENOW_CI", 1_000));

    @Test
    void tellsOthersOfWhatChangesAndOnlyOfThat() {
        List<ImportRow> rows = rows(List.of(asset("1", "web")));

        store.store(clients.exitScope(), assetImport, SOURCE, rows);
        assertThat(announced).containsExactly(clients.exit());

        AssetImport again = log.begin(
                clients.exitScope(),
                new NewAssetImport(clients.exit(), "again.csv", ContentHash.ofText("again"), "x", 1));
        store.store(clients.exitScope(), again, SOURCE, rows);
        assertThat(announced).hasSize(1);
    }

    @Test
    void countsRowsByWhatBecameOfThem() {
        existing("1", "web");
        existing("2", "db");

        ImportCounts counts = store(asset("1", "web"), asset("2", "renamed"), asset("3", "new"), rejected("4"));

        assertThat(counts).isEqualTo(new ImportCounts(1, 1, 1, 1));
        assertThat(log.get(clients.exitScope(), assetImport.id()).counts()).isEqualTo(counts);
        assertThat(log.get(clients.exitScope(), assetImport.id()).nextRow()).isEqualTo(4);
        assertThat(transactions.commits()).isEqualTo(1);
    }

    @Test
    void storesRowsOfTheImportsEngagementOnly() {
        store(asset("1", "web"));

        assertThat(catalog.all(clients.exitScope())).hasSize(1);
        assertThat(catalog.all(clients.erpScope())).isEmpty();
        assertThat(catalog.all(clients.harborScope())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void rejectsTheSecondRowOfAKeyWhereverTheChunkEnds(int chunkSize) {
        storeInChunks(
                chunkSize, List.of(asset("1", "first"), asset("2", "x"), asset("1", "second"), asset("1", "third")));

        assertThat(names()).containsEntry("1", "first").hasSize(2);
        assertThat(rejections())
                .containsExactly(
                        new RejectedCell(4, null, "1", "the key of this row is already used by the row in line 2"),
                        new RejectedCell(5, null, "1", "the key of this row is already used by the row in line 2"));
        assertThat(counts()).isEqualTo(new ImportCounts(2, 0, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void rejectsARowWhoseKeyARejectedRowHolds(int chunkSize) {
        storeInChunks(chunkSize, List.of(rejected("1"), asset("1", "second")));

        assertThat(names()).isEmpty();
        assertThat(counts()).isEqualTo(new ImportCounts(0, 0, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void keepsAnAssetWhoseKeyALaterRejectedRowHolds(int chunkSize) {
        storeInChunks(chunkSize, List.of(asset("1", "first"), rejected("1")));

        assertThat(names()).containsExactly(Map.entry("1", "first"));
        assertThat(counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
    }

    @Test
    void doesNotMissTheAssetOfARejectedRow() {
        existing("1", "rejected in the file");
        existing("2", "not in the file");

        store(rejected("1"), asset("3", "new"), rejected(null));

        List<MissingAsset> missing = new ArrayList<>();
        log.forEachMissing(clients.exitScope(), assetImport.id(), missing::add);
        assertThat(missing).containsExactly(new MissingAsset(new AssetKey(SOURCE, "2"), "not in the file"));
    }

    @Test
    void reportsEveryProblemOfARejectedRow() {
        store(new RejectedRow(
                "1", List.of(new RowProblem("cpu", "many", "is not a number"), RowProblem.ofRow("is too long"))));

        assertThat(rejections())
                .containsExactly(
                        new RejectedCell(2, "cpu", "many", "is not a number"),
                        new RejectedCell(2, null, null, "is too long"));
        assertThat(counts()).isEqualTo(new ImportCounts(0, 0, 0, 1));
    }

    @Test
    void reportsWhatWasLeftOutOfStoredRowsOnly() {
        RowProblem note = new RowProblem("tags", null, "are many");
        store(new AssetRow(draft("1", "first"), List.of(note)), new AssetRow(draft("1", "second"), List.of(note)));

        assertThat(rejections())
                .containsExactly(
                        new RejectedCell(2, "tags", null, "are many", true),
                        new RejectedCell(3, null, "1", "the key of this row is already used by the row in line 2"));
        assertThat(counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
    }

    @Test
    void resolvesRelationsByKeyAndByName() {
        existing("1", "web");
        existing("2", "host");

        assertThat(store(relation("1", "host"))).isEqualTo(new ImportCounts(1, 0, 0, 0));
        assertThat(store(relation("web", "2"))).as("the same relation").isEqualTo(new ImportCounts(0, 0, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void countsARepeatedRelationAsUnchanged(int chunkSize) {
        existing("1", "web");
        existing("2", "host");

        storeInChunks(chunkSize, List.of(relation("1", "2"), relation("web", "host")));

        assertThat(counts()).isEqualTo(new ImportCounts(1, 0, 1, 0));
    }

    @Test
    void rejectsDanglingAndAmbiguousRelationsAndNamesBothEnds() {
        existing("1", "web");
        existing("2", "twin");
        existing("3", "twin");
        catalog.save(clients.erpScope(), clients.erp(), List.of(draft("4", "elsewhere")));

        ImportCounts counts = store(relation("1", "nobody"), relation("elsewhere", "twin"), relation("1", "2"));

        assertThat(counts).isEqualTo(new ImportCounts(1, 0, 0, 2));
        String unknown = "no asset of the engagement has this key or name; import the assets first";
        assertThat(rejections())
                .containsExactly(
                        new RejectedCell(2, "child", "nobody", unknown),
                        new RejectedCell(3, "parent", "elsewhere", unknown),
                        new RejectedCell(
                                3, "child", "twin", "2 assets of the engagement have this name; use their key"));
    }

    @Test
    void storesNothingOfAChunkThatFails() {
        AssetRelations failing = new AssetRelations() {
            @Override
            public Map<String, List<AssetId>> resolve(
                    TenantScope scope, EngagementId engagementId, Set<String> references) {
                assertThat(catalog.all(scope)).as("what is to be undone").hasSize(1);
                throw new IllegalStateException("connection lost");
            }

            @Override
            public int save(TenantScope scope, EngagementId engagementId, List<Relation> relations) {
                return 0;
            }
        };
        StoreImportRows breaking = new StoreImportRows(catalog, failing, log, AssetChanges.UNHEARD, transactions);

        assertThatIllegalStateException()
                .isThrownBy(() -> breaking.store(
                        clients.exitScope(),
                        assetImport,
                        SOURCE,
                        rows(List.of(asset("1", "web"), rejected("2"), relation("1", "1")))));

        assertThat(counts()).isEqualTo(ImportCounts.NONE);
        assertThat(rejections()).isEmpty();
        assertThat(log.claimKeys(clients.exitScope(), assetImport.id(), Map.of(new AssetKey(SOURCE, "1"), 9L)))
                .as("keys are free again")
                .isEmpty();
        assertThat(catalog.all(clients.northwindScope())).isEmpty();
    }

    @Test
    void comesToTheSameWhateverTheChunkSize() {
        Random random = new Random(7);
        List<RowMapping> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String key = String.valueOf(random.nextInt(120));
            rows.add(random.nextInt(5) == 0 ? rejected(random.nextInt(4) == 0 ? null : key) : asset(key, "name " + i));
        }

        List<Object> expected = outcome(rows, rows.size());

        for (int chunkSize : new int[] {1, 2, 3, 7, 50, 299}) {
            assertThat(outcome(rows, chunkSize)).as("chunks of " + chunkSize).isEqualTo(expected);
        }
    }

    /** Everything that can be told of an import in a world of its own. */
    private static List<Object> outcome(List<RowMapping> rows, int chunkSize) {
        StoreImportRowsTests world = new StoreImportRowsTests();
        for (int key = 0; key < 150; key += 2) {
            world.existing(String.valueOf(key), "name " + key);
        }
        world.storeInChunks(chunkSize, rows);
        return List.of(
                world.names(),
                world.counts(),
                world.rejections(),
                world.log.countMissing(world.clients.exitScope(), world.assetImport.id()),
                world.log.get(world.clients.exitScope(), world.assetImport.id()).nextRow());
    }

    private ImportCounts store(RowMapping... mappings) {
        return store.store(clients.exitScope(), assetImport, SOURCE, rows(List.of(mappings)));
    }

    private void storeInChunks(int chunkSize, List<RowMapping> mappings) {
        List<ImportRow> rows = rows(mappings);
        for (int from = 0; from < rows.size(); from += chunkSize) {
            store.store(
                    clients.exitScope(),
                    assetImport,
                    SOURCE,
                    rows.subList(from, Math.min(from + chunkSize, rows.size())));
        }
    }

    private static List<ImportRow> rows(List<RowMapping> mappings) {
        List<ImportRow> rows = new ArrayList<>();
        for (int i = 0; i < mappings.size(); i++) {
            rows.add(new ImportRow(i, i + 2, mappings.get(i)));
        }
        return rows;
    }

    private void existing(String externalKey, String name) {
        catalog.save(clients.exitScope(), clients.exit(), List.of(draft(externalKey, name)));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (Asset asset : catalog.all(clients.exitScope()).toList()) {
            names.put(asset.key().externalKey(), asset.attributes().name());
        }
        return names;
    }

    private ImportCounts counts() {
        return log.get(clients.exitScope(), assetImport.id()).counts();
    }

    private List<RejectedCell> rejections() {
        List<RejectedCell> cells = new ArrayList<>();
        log.forEachRejected(clients.exitScope(), assetImport.id(), cells::add);
        return cells;
    }

    private static RowMapping asset(String externalKey, String name) {
        return new AssetRow(draft(externalKey, name));
    }

    private static AssetDraft draft(String externalKey, String name) {
        return new AssetDraft(
                new AssetKey(SOURCE, externalKey), AssetAttributes.named(name).build());
    }

    private static RowMapping rejected(@Nullable String externalKey) {
        return new RejectedRow(externalKey, List.of(new RowProblem("name", null, "is required and blank")));
    }

    private static RowMapping relation(String parent, String child) {
        return new RelationRow(new RelationDraft(parent, child, "Runs on::Runs"));
    }
}

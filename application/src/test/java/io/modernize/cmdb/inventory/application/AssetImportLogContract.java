package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.MissingAsset;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link AssetImportLog} keeps. */
public abstract class AssetImportLogContract {
    private static final ContentHash FILE_HASH = ContentHash.ofBytes(new byte[32]);
    private static final ContentHash OTHER_FILE_HASH = otherHash();

    private final AssetWorld world;
    private final TwoClients clients;
    private final AssetImportLog log;

    protected AssetImportLogContract(AssetWorld world, AssetImportLog log) {
        this.world = world;
        clients = world.clients();
        this.log = log;
    }

    @Test
    void beginsAtTheFirstRow() {
        AssetImport begun = begin();

        assertThat(begun)
                .isEqualTo(new AssetImport(
                        begun.id(), clients.exit(), "assets.csv", "SERVICENOW_CI", 10_000, 0, ImportCounts.NONE));
        assertThat(log.get(clients.exitScope(), begun.id())).isEqualTo(begun);
    }

    @Test
    void addsUpCountsAndMovesOn() {
        AssetImportId id = begin().id();

        log.advance(clients.exitScope(), id, 500, new ImportCounts(400, 50, 40, 10));
        log.advance(clients.exitScope(), id, 750, new ImportCounts(1, 2, 3, 244));

        assertThat(log.get(clients.exitScope(), id).nextRow()).isEqualTo(750);
        assertThat(log.get(clients.exitScope(), id).counts()).isEqualTo(new ImportCounts(401, 52, 43, 254));
    }

    @Test
    void findsTheUnfinishedImportOfTheSameBytes() {
        AssetImport begun = begin();
        log.advance(clients.exitScope(), begun.id(), 500, new ImportCounts(500, 0, 0, 0));

        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), FILE_HASH))
                .contains(log.get(clients.exitScope(), begun.id()));
        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), OTHER_FILE_HASH))
                .isEmpty();
        assertThat(log.findUnfinished(clients.erpScope(), clients.erp(), FILE_HASH))
                .as("another engagement")
                .isEmpty();
        assertThat(log.findUnfinished(clients.harborScope(), clients.cloud(), FILE_HASH))
                .as("another client")
                .isEmpty();
        assertThat(log.findUnfinished(clients.harborScope(), clients.exit(), FILE_HASH))
                .as("another client's engagement")
                .isEmpty();
    }

    @Test
    void findsNoFinishedImport() {
        AssetImport begun = begin();

        log.finish(clients.exitScope(), begun.id());

        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), FILE_HASH))
                .isEmpty();
        assertThat(log.get(clients.exitScope(), begun.id())).isEqualTo(begun);
    }

    @Test
    void findsNoImportThatAnotherOneFollowed() {
        AssetImport abandoned = begin();
        save("1", "web");
        claim(abandoned.id(), 2, "2");
        NewAssetImport otherFile =
                new NewAssetImport(clients.exit(), "other.csv", OTHER_FILE_HASH, "SERVICENOW_CI", 10_000);
        AssetImport later = log.begin(clients.exitScope(), otherFile);

        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), FILE_HASH))
                .isEmpty();
        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), OTHER_FILE_HASH))
                .contains(later);
        assertThat(log.countMissing(clients.exitScope(), abandoned.id()))
                .as("its keys are forgotten")
                .isZero();
    }

    @Test
    void abandonsNoImportOfAnotherEngagement() {
        AssetImport begun = begin();
        claim(begun.id(), 2, "1");

        log.begin(clients.erpScope(), newImport(clients.erp()));
        log.begin(clients.harborScope(), newImport(clients.cloud()));

        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), FILE_HASH))
                .contains(begun);
        assertThat(claim(begun.id(), 9, "1")).containsOnlyKeys(key("1"));
    }

    @Test
    void refusesAnEngagementOutsideTheScope() {
        assertThatIllegalArgumentException().isThrownBy(() -> log.begin(clients.erpScope(), newImport(clients.exit())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.findUnfinished(clients.erpScope(), clients.exit(), FILE_HASH));
    }

    @Test
    void knowsNoImportOfAnotherClient() {
        isUnknownIn(clients.harborScope());
    }

    @Test
    void knowsNoImportOutsideTheScopesEngagements() {
        isUnknownIn(clients.erpScope());
    }

    private void isUnknownIn(TenantScope scope) {
        AssetImport begun = begin();
        AssetImportId id = begun.id();
        save("1", "missing");
        claim(id, 2, "2");
        log.reject(clients.exitScope(), id, List.of(rejection(3)));

        isUnknown(() -> log.get(scope, id));
        isUnknown(() -> log.claimKeys(scope, id, Map.of(key("3"), 3L)));
        isUnknown(() -> log.reject(scope, id, List.of(rejection(4))));
        isUnknown(() -> log.advance(scope, id, 500, new ImportCounts(500, 0, 0, 0)));
        isUnknown(() -> log.forEachRejected(scope, id, cell -> {}));
        isUnknown(() -> log.countMissing(scope, id));
        isUnknown(() -> log.forEachMissing(scope, id, asset -> {}));
        isUnknown(() -> log.deleteMissing(scope, id));
        isUnknown(() -> log.finish(scope, id));

        assertThat(log.get(clients.exitScope(), id)).isEqualTo(begun);
        assertThat(log.findUnfinished(clients.exitScope(), clients.exit(), FILE_HASH))
                .contains(begun);
        assertThat(rejected(id)).containsExactly(rejection(3));
        assertThat(claim(id, 9, "3")).as("key 3 was not claimed").isEmpty();
        assertThat(log.countMissing(clients.exitScope(), id)).isEqualTo(1);
    }

    @Test
    void knowsNoImportThatDoesNotExist() {
        isUnknown(() -> log.get(clients.exitScope(), new AssetImportId(UUID.randomUUID())));
    }

    private static void isUnknown(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(RuntimeException.class);
    }

    @Test
    void answersWithTheLineOfTheEarlierRowOfAKey() {
        AssetImportId id = begin().id();

        assertThat(claim(id, 2, "1", "2")).isEmpty();
        assertThat(claim(id, 4, "3", "2", "1"))
                .as("lines 4, 5 and 6")
                .containsExactlyInAnyOrderEntriesOf(Map.of(key("1"), 2L, key("2"), 3L));
        assertThat(claim(id, 7, "2", "3"))
                .as("the earliest line stays")
                .containsExactlyInAnyOrderEntriesOf(Map.of(key("2"), 3L, key("3"), 4L));
        assertThat(log.claimKeys(clients.exitScope(), id, Map.of())).isEmpty();
    }

    @Test
    void keepsTheKeysOfTwoSourceSystemsApart() {
        AssetImportId id = begin().id();
        claim(id, 2, "1");

        assertThat(log.claimKeys(clients.exitScope(), id, Map.of(new AssetKey("netbox-device", "1"), 3L)))
                .isEmpty();
    }

    @Test
    void keepsTheKeysOfTwoImportsApart() {
        claim(begin().id(), 2, "1");

        assertThat(claim(begin().id(), 3, "1")).isEmpty();
    }

    @Test
    void visitsMoreRejectionsThanOnePageByLineAndInTheOrderOfEachLine() {
        AssetImportId id = begin().id();
        // Three reasons each on 1,250 lines: pages of 1,000 end in the middle of a line.
        List<RejectedCell> cells = LongStream.range(0, 1_250)
                .boxed()
                .flatMap(line -> Stream.of(
                        new RejectedCell(line + 2, "zeta", "first", "is wrong"),
                        new RejectedCell(line + 2, "alpha", "second", "is wrong too"),
                        new RejectedCell(line + 2, null, null, "is wrong as a whole")))
                .toList();

        // Later lines first: the order of a report is that of the file.
        log.reject(clients.exitScope(), id, cells.subList(1_500, cells.size()));
        log.reject(clients.exitScope(), id, cells.subList(0, 1_500));
        log.reject(clients.exitScope(), id, List.of());

        assertThat(rejected(id)).isEqualTo(cells);
    }

    @Test
    void visitsExactlyOnePageOfRejections() {
        AssetImportId id = begin().id();
        List<RejectedCell> cells = LongStream.range(2, 1_002)
                .mapToObj(AssetImportLogContract::rejection)
                .toList();

        log.reject(clients.exitScope(), id, cells);

        assertThat(rejected(id)).isEqualTo(cells);
    }

    @Test
    void returnsARejectionAsItWas() {
        AssetImportId id = begin().id();
        RejectedCell wholeRow = new RejectedCell(2, null, null, "has 3 cells, the header has 4");
        RejectedCell cell = new RejectedCell(3, "CPU count", "many", "is not a number");
        RejectedCell leftOut = new RejectedCell(4, "tags", null, "are many", true);

        log.reject(clients.exitScope(), id, List.of(wholeRow, cell, leftOut));

        assertThat(rejected(id)).containsExactly(wholeRow, cell, leftOut);
    }

    @Test
    void keepsRejectionsWhenTheImportIsFinished() {
        AssetImportId id = begin().id();
        log.reject(clients.exitScope(), id, List.of(rejection(3)));

        log.finish(clients.exitScope(), id);

        assertThat(rejected(id)).containsExactly(rejection(3));
    }

    @Test
    void namesTheAssetsThatTheFileDoesNotHold() {
        save("1", "held");
        save("2", "not held");
        save("3", "not held either");
        AssetImportId id = begin().id();
        claim(id, 2, "1", "4");

        assertThat(log.countMissing(clients.exitScope(), id)).isEqualTo(2);
        assertThat(missing(id))
                .containsExactlyInAnyOrder(
                        new MissingAsset(key("2"), "not held"), new MissingAsset(key("3"), "not held either"));
    }

    @Test
    void missesNoAssetsOfOtherSourceSystemsEngagementsOrClients() {
        world.catalog()
                .save(clients.exitScope(), clients.exit(), List.of(draft(new AssetKey("netbox-device", "1"), "x")));
        world.catalog().save(clients.erpScope(), clients.erp(), List.of(draft(key("1"), "x")));
        world.catalog().save(clients.harborScope(), clients.cloud(), List.of(draft(key("1"), "x")));
        AssetImportId id = begin().id();
        claim(id, 2, "2");

        assertThat(log.countMissing(clients.exitScope(), id)).isZero();
        assertThat(missing(id)).isEmpty();
        assertThat(log.deleteMissing(clients.exitScope(), id)).isZero();
    }

    @Test
    void missesNothingWhereTheFileHoldsNoKey() {
        save("1", "web");

        assertThat(log.countMissing(clients.exitScope(), begin().id())).isZero();
    }

    @Test
    void deletesTheMissingAssetsWithTheirRelationsAndNoOthers() {
        save("1", "held");
        save("2", "gone");
        world.catalog().save(clients.erpScope(), clients.erp(), List.of(draft(key("2"), "of another engagement")));
        world.catalog().save(clients.harborScope(), clients.cloud(), List.of(draft(key("2"), "of another client")));
        var ids = world.relations().resolve(clients.exitScope(), clients.exit(), Set.of("held", "gone"));
        world.relations()
                .save(
                        clients.exitScope(),
                        clients.exit(),
                        List.of(new Relation(
                                ids.getOrDefault("held", List.of()).getFirst(),
                                ids.getOrDefault("gone", List.of()).getFirst(),
                                "Runs on::Runs")));
        AssetImportId id = begin().id();
        claim(id, 2, "1");

        assertThat(log.deleteMissing(clients.exitScope(), id)).isEqualTo(1);

        assertThat(log.countMissing(clients.exitScope(), id)).isZero();
        assertThat(world.relations().resolve(clients.exitScope(), clients.exit(), Set.of("1", "2")))
                .containsOnlyKeys("1");
        assertThat(world.relations().resolve(clients.erpScope(), clients.erp(), Set.of("2")))
                .containsOnlyKeys("2");
        assertThat(world.relations().resolve(clients.harborScope(), clients.cloud(), Set.of("2")))
                .containsOnlyKeys("2");
    }

    @Test
    void visitsMoreMissingAssetsThanOnePage() {
        List<AssetDraft> many = IntStream.range(0, 2_500)
                .mapToObj(i -> draft(key((i % 2 == 0 ? "KEY " : "key-") + i), "server " + i))
                .toList();
        world.catalog().save(clients.exitScope(), clients.exit(), many);
        AssetImportId id = begin().id();
        claim(id, 2, "another");

        assertThat(log.countMissing(clients.exitScope(), id)).isEqualTo(2_500);
        // Sorted: to compare each with each takes long of so many.
        assertThat(byKey(missing(id)))
                .isEqualTo(byKey(many.stream()
                        .map(draft ->
                                new MissingAsset(draft.key(), draft.attributes().name()))
                        .toList()));
    }

    private static List<MissingAsset> byKey(List<MissingAsset> assets) {
        return assets.stream()
                .sorted(Comparator.comparing(asset -> asset.key().externalKey()))
                .toList();
    }

    @Test
    void forgetsKeysWhenTheImportIsFinished() {
        save("1", "web");
        AssetImportId id = begin().id();
        claim(id, 2, "2");

        log.finish(clients.exitScope(), id);

        assertThat(log.countMissing(clients.exitScope(), id)).isZero();
    }

    private AssetImport begin() {
        return log.begin(clients.exitScope(), newImport(clients.exit()));
    }

    private static NewAssetImport newImport(EngagementId engagementId) {
        return new NewAssetImport(engagementId, "assets.csv", FILE_HASH, "SERVICENOW_CI", 10_000);
    }

    /** Claims keys for consecutive lines from the given one on. */
    private Map<AssetKey, Long> claim(AssetImportId id, long firstLine, String... externalKeys) {
        List<String> keys = Arrays.asList(externalKeys);
        return log.claimKeys(
                clients.exitScope(),
                id,
                keys.stream()
                        .collect(Collectors.toMap(AssetImportLogContract::key, key -> firstLine + keys.indexOf(key))));
    }

    private List<RejectedCell> rejected(AssetImportId id) {
        List<RejectedCell> cells = new ArrayList<>();
        log.forEachRejected(clients.exitScope(), id, cells::add);
        return cells;
    }

    private List<MissingAsset> missing(AssetImportId id) {
        List<MissingAsset> assets = new ArrayList<>();
        log.forEachMissing(clients.exitScope(), id, assets::add);
        return assets;
    }

    private void save(String externalKey, String name) {
        world.catalog().save(clients.exitScope(), clients.exit(), List.of(draft(key(externalKey), name)));
    }

    private static AssetDraft draft(AssetKey key, String name) {
        return new AssetDraft(key, AssetAttributes.named(name).build());
    }

    private static AssetKey key(String externalKey) {
        return new AssetKey("servicenow", externalKey);
    }

    private static RejectedCell rejection(long line) {
        return new RejectedCell(line, "name", "", "is required and blank");
    }

    private static ContentHash otherHash() {
        byte[] bytes = new byte[32];
        bytes[31] = 1;
        return ContentHash.ofBytes(bytes);
    }
}

package io.modernize.cmdb.similarity.duplicates.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetWorld;
import io.modernize.cmdb.similarity.duplicates.AssetVersion;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.NearIdenticalVectors;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameAddress;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SameSerialNumber;
import io.modernize.cmdb.similarity.duplicates.DuplicateEvidence.SimilarNames;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroup;
import io.modernize.cmdb.similarity.duplicates.DuplicateGroupId;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey;
import io.modernize.cmdb.similarity.duplicates.DuplicateKey.Kind;
import io.modernize.cmdb.similarity.duplicates.DuplicatePair;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import io.modernize.cmdb.similarity.duplicates.GroupPosition;
import io.modernize.cmdb.similarity.duplicates.ProposedGroup;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans.SharedKey;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all {@link DuplicateScans} and {@link DuplicateGroups} over the same data keep. */
public abstract class DuplicatesContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final PrincipalIdentity SOMEBODY = new PrincipalIdentity(UUID.randomUUID(), UUID.randomUUID());
    private static final DuplicateKey SERIAL = new DuplicateKey(Kind.SERIAL_NUMBER, "ABC123");
    private static final DuplicateKey ADDRESS = new DuplicateKey(Kind.ADDRESS, "10.0.0.1");

    private final AssetWorld world;
    private final TwoClients clients;
    private final DuplicateScans scans;
    private final DuplicateGroups groups;

    protected DuplicatesContract(AssetWorld world, DuplicateScans scans, DuplicateGroups groups) {
        this.world = world;
        clients = world.clients();
        this.scans = scans;
        this.groups = groups;
    }

    @Test
    void remembersHowFarAScanHasCome() {
        Asset asset = saved("web", 1);
        assertThat(scans.find(exit(), clients.exit())).isEmpty();

        DuplicateScan begun = scans.begin(exit(), clients.exit(), NOON);
        assertThat(begun).isEqualTo(new DuplicateScan(clients.exit(), Phase.KEYS, null, 0, 1, 0, NOON));
        assertThat(scans.find(exit(), clients.exit())).contains(begun);

        DuplicateScan further = begun.in(Phase.PAIRS).compared(asset.id(), 1);
        scans.save(exit(), further);
        assertThat(scans.find(exit(), clients.exit())).contains(further);

        scans.save(exit(), further.finished(7));
        assertThat(scans.find(exit(), clients.exit())).contains(further.finished(7));
    }

    @Test
    void forgetsKeysAndPairsOfTheScanBefore() {
        List<Asset> assets = saved("web", 1, 2);
        scans.begin(exit(), clients.exit(), NOON);
        noteKeys(Map.of(assets.get(0), Set.of(SERIAL), assets.get(1), Set.of(SERIAL)));
        scans.savePairs(exit(), clients.exit(), List.of(pair(assets.get(0), assets.get(1), 0.7)));

        scans.begin(exit(), clients.exit(), NOON.plusSeconds(1));

        assertThat(shared(assets.get(0))).isEmpty();
        assertThat(scans.pairs(exit(), clients.exit())).isEmpty();
    }

    @Test
    void findsWhoSharesAKey() {
        List<Asset> assets = saved("web", 1, 2, 3);
        noteKeys(Map.of(
                assets.get(0), Set.of(SERIAL, ADDRESS), assets.get(1), Set.of(SERIAL), assets.get(2), Set.of(ADDRESS)));

        assertThat(shared(assets.get(1))).containsExactly(sharedBy(SERIAL, assets.get(0), assets.get(1)));
        assertThat(shared(assets.get(0), assets.get(2)))
                .containsExactlyInAnyOrder(
                        sharedBy(SERIAL, assets.get(0), assets.get(1)),
                        sharedBy(ADDRESS, assets.get(0), assets.get(2)));
    }

    @Test
    void findsNobodyByAKeyOfOneOrOfTooMany() {
        int many = Kind.ADDRESS.maxAssets() + 1;
        List<Asset> assets = saved("web", IntStream.rangeClosed(1, many).toArray());
        Map<Asset, Set<DuplicateKey>> keys = new LinkedHashMap<>();
        assets.forEach(asset -> keys.put(asset, Set.of(ADDRESS)));
        keys.put(assets.getFirst(), Set.of(ADDRESS, SERIAL));
        noteKeys(keys);

        assertThat(shared(assets.getFirst())).isEmpty();

        // One fewer, and the address tells something.
        world.delete(exit(), assets.getLast().id());
        assertThat(shared(assets.getFirst()))
                .singleElement()
                .satisfies(shared -> assertThat(shared.assetIds()).hasSize(many - 1));
    }

    @Test
    void findsNobodyByASerialNumberOfHundreds() {
        List<Asset> assets = saved("web", IntStream.rangeClosed(1, 300).toArray());
        Map<Asset, Set<DuplicateKey>> keys = new LinkedHashMap<>();
        assets.forEach(asset -> keys.put(asset, Set.of(SERIAL)));
        noteKeys(keys);

        assertThat(shared(assets.toArray(Asset[]::new))).isEmpty();
    }

    @Test
    void notesAKeyOnce() {
        List<Asset> assets = saved("web", 1, 2);
        noteKeys(Map.of(assets.get(0), Set.of(SERIAL), assets.get(1), Set.of(SERIAL)));
        noteKeys(Map.of(assets.get(1), Set.of(SERIAL, ADDRESS)));

        assertThat(shared(assets.get(0))).containsExactly(sharedBy(SERIAL, assets.get(0), assets.get(1)));
    }

    @Test
    void passesOverAssetsThatAreGone() {
        List<Asset> assets = saved("web", 1, 2, 3);
        world.delete(exit(), assets.get(2).id());

        noteKeys(Map.of(assets.get(0), Set.of(SERIAL), assets.get(1), Set.of(SERIAL), assets.get(2), Set.of(SERIAL)));
        scans.savePairs(
                exit(),
                clients.exit(),
                List.of(pair(assets.get(0), assets.get(1), 0.7), pair(assets.get(0), assets.get(2), 0.8)));

        assertThat(shared(assets.get(0))).containsExactly(sharedBy(SERIAL, assets.get(0), assets.get(1)));
        assertThat(scans.pairs(exit(), clients.exit()))
                .extracting(DuplicatePair::score)
                .containsExactly(0.7);
    }

    @Test
    void returnsPairsAsTheyWereStored() {
        List<Asset> assets = saved("web", 1, 2, 3);
        DuplicatePair rich = new DuplicatePair(
                AssetVersion.of(assets.get(0)),
                AssetVersion.of(assets.get(1)),
                List.of(
                        new SameSerialNumber("ABC123"),
                        new SameAddress("10.0.0.1"),
                        new SimilarNames(1),
                        new NearIdenticalVectors(0.98)),
                0.95);
        DuplicatePair poor = pair(assets.get(0), assets.get(2), 0.55);

        scans.savePairs(exit(), clients.exit(), List.of(rich, poor));

        assertThat(scans.pairs(exit(), clients.exit())).containsExactlyInAnyOrder(rich, poor);
    }

    @Test
    void keepsTheBetterOfTwoFindings() {
        List<Asset> assets = saved("web", 1, 2);
        DuplicatePair better = pair(assets.get(0), assets.get(1), 0.8);
        scans.savePairs(exit(), clients.exit(), List.of(pair(assets.get(0), assets.get(1), 0.6)));
        scans.savePairs(exit(), clients.exit(), List.of(better));
        scans.savePairs(exit(), clients.exit(), List.of(pair(assets.get(0), assets.get(1), 0.7)));

        assertThat(scans.pairs(exit(), clients.exit())).containsExactly(better);
    }

    @Test
    void showsWhatWasPublished() {
        List<Asset> assets = saved("web", 1, 2);
        ProposedGroup group = group(
                0.75, List.of(new SameSerialNumber("A"), new SameSerialNumber("B"), new SimilarNames(0.9)), assets);
        publish(NOON, group);

        DuplicateGroup shown = groups.find(exit(), group.id()).orElseThrow();

        assertThat(shown)
                .isEqualTo(new DuplicateGroup(
                        group.id(), clients.exit(), assets, group.evidence(), 0.75, NOON, false, null));
        assertThat(page(exit(), 10, null, false)).containsExactly(shown);
    }

    @Test
    void replacesTheGroupsOfTheScanBefore() {
        List<Asset> assets = saved("web", 1, 2, 3, 4);
        ProposedGroup stays = group(0.7, List.of(), assets.subList(0, 2));
        ProposedGroup goes = group(0.9, List.of(), assets.subList(2, 4));
        scans.savePairs(exit(), clients.exit(), List.of(pair(assets.get(0), assets.get(1), 0.7)));
        publish(NOON, stays, goes);
        assertThat(scans.pairs(exit(), clients.exit())).isEmpty();

        publish(NOON.plusSeconds(60), new ProposedGroup(stays.id(), stays.members(), List.of(), 0.8));

        assertThat(page(exit(), 10, null, true)).singleElement().satisfies(group -> {
            assertThat(group.id()).isEqualTo(stays.id());
            assertThat(group.score()).isEqualTo(0.8);
            assertThat(group.foundAt()).isEqualTo(NOON);
        });
    }

    @Test
    void pagesBestFirst() {
        List<Asset> assets = saved("web", IntStream.rangeClosed(1, 14).toArray());
        double[] scores = {0.7, 0.9, 0.7, 0.6, 0.7, 1, 0.5};
        List<ProposedGroup> all = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            all.add(group(scores[i], List.of(), assets.subList(2 * i, 2 * i + 2)));
        }
        publish(NOON, all.toArray(ProposedGroup[]::new));
        List<DuplicateGroupId> expected = all.stream()
                .sorted(Comparator.comparingDouble(ProposedGroup::score)
                        .reversed()
                        .thenComparing(group -> group.id().toString()))
                .map(ProposedGroup::id)
                .toList();

        List<DuplicateGroupId> read = new ArrayList<>();
        GroupPosition after = null;
        List<DuplicateGroup> page = page(exit(), 2, null, false);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(group -> read.add(group.id()));
            after = page.getLast().position();
            page = page(exit(), 2, after, false);
        }

        assertThat(read).isEqualTo(expected);
    }

    @Test
    void hidesWhatWasDismissedUntilItIsRestored() {
        ProposedGroup group = group(0.7, List.of(), saved("web", 1, 2));
        publish(NOON, group);

        assertThat(dismiss(exit(), group, NOON.plusSeconds(1))).isEqualTo(NOON.plusSeconds(1));
        assertThat(dismiss(exit(), group, NOON.plusSeconds(2)))
                .as("who said so first stays")
                .isEqualTo(NOON.plusSeconds(1));

        assertThat(page(exit(), 10, null, false)).isEmpty();
        assertThat(page(exit(), 10, null, true))
                .extracting(DuplicateGroup::dismissedAt)
                .containsExactly(NOON.plusSeconds(1));

        assertThat(groups.restore(exit(), group.id()).orElseThrow().dismissedAt())
                .isNull();
        assertThat(page(exit(), 10, null, false)).hasSize(1);
        assertThat(groups.restore(exit(), group.id()))
                .as("once more changes nothing")
                .isPresent();
    }

    @Test
    void keepsADismissalOverLaterScans() {
        List<Asset> assets = saved("web", 1, 2, 3);
        ProposedGroup group = group(0.7, List.of(), assets.subList(0, 2));
        publish(NOON, group);
        dismiss(exit(), group, NOON);

        publish(NOON.plusSeconds(60));
        publish(NOON.plusSeconds(120), group(0.9, List.of(), assets.subList(0, 2)));
        assertThat(page(exit(), 10, null, false)).isEmpty();
        assertThat(page(exit(), 10, null, true)).hasSize(1);

        publish(NOON.plusSeconds(180), group(0.9, List.of(), assets));
        assertThat(page(exit(), 10, null, false)).as("one more member").hasSize(1);
    }

    @Test
    void forgetsADismissalWhenAMemberChanges() {
        List<Asset> assets = saved("web", 1, 2);
        ProposedGroup group = group(0.7, List.of(), assets);
        publish(NOON, group);
        dismiss(exit(), group, NOON);

        save(clients.exit(), exit(), draft("web", 2, "moved"));

        assertThat(page(exit(), 10, null, false)).singleElement().satisfies(shown -> {
            assertThat(shown.stale()).isTrue();
            assertThat(shown.dismissedAt()).isNull();
            assertThat(shown.members())
                    .extracting(asset -> asset.attributes().description())
                    .contains("moved");
        });
        assertThat(dismiss(exit(), group, NOON.plusSeconds(9))).isEqualTo(NOON.plusSeconds(9));
        assertThat(page(exit(), 10, null, false)).isEmpty();
    }

    @Test
    void losesMembersThatAreDeletedAndGroupsOfOne() {
        List<Asset> assets = saved("web", 1, 2, 3);
        ProposedGroup group = group(0.7, List.of(), assets);
        publish(NOON, group);
        dismiss(exit(), group, NOON);

        world.delete(exit(), assets.get(1).id());
        assertThat(page(exit(), 10, null, false)).singleElement().satisfies(shown -> {
            assertThat(shown.members()).containsExactly(assets.get(0), assets.get(2));
            assertThat(shown.stale()).isTrue();
        });

        world.delete(exit(), assets.get(2).id());
        assertThat(page(exit(), 10, null, true)).isEmpty();
        assertThat(groups.find(exit(), group.id())).isEmpty();
        assertThat(groups.dismiss(exit(), group.id(), SOMEBODY, NOON)).isEmpty();
    }

    @Test
    void publishesWithoutMembersThatAreGone() {
        List<Asset> assets = saved("web", 1, 2, 3);
        world.delete(exit(), assets.get(0).id());

        publish(NOON, group(0.7, List.of(), assets));

        assertThat(page(exit(), 10, null, false))
                .singleElement()
                .satisfies(shown -> assertThat(shown.members()).containsExactly(assets.get(1), assets.get(2)));
    }

    @Test
    void coversTheEngagementsOfTheScope() {
        ProposedGroup ofExit = group(0.7, List.of(), saved("web", 1, 2));
        publish(NOON, ofExit);
        List<Asset> erp = saved(clients.erp(), clients.erpScope(), "web", 1, 2);
        ProposedGroup ofErp = group(0.9, List.of(), erp);
        scans.publish(clients.erpScope(), clients.erp(), List.of(ofErp), NOON);

        assertThat(ids(clients.northwindScope())).containsExactly(ofErp.id(), ofExit.id());
        assertThat(ids(clients.exitAndErpScope())).containsExactly(ofErp.id(), ofExit.id());
        assertThat(ids(exit())).containsExactly(ofExit.id());
        assertThat(groups.find(exit(), ofErp.id())).isEmpty();
        assertThat(groups.dismiss(exit(), ofErp.id(), SOMEBODY, NOON)).isEmpty();
        dismiss(clients.erpScope(), ofErp, NOON);
        assertThat(groups.restore(exit(), ofErp.id())).isEmpty();
        assertThat(ids(clients.northwindScope())).containsExactly(ofExit.id());
    }

    @Test
    void keepsClientAccountsApart() {
        List<Asset> assets = saved("web", 1, 2);
        ProposedGroup group = group(0.7, List.of(), assets);
        noteKeys(Map.of(assets.get(0), Set.of(SERIAL), assets.get(1), Set.of(SERIAL)));
        scans.begin(exit(), clients.exit(), NOON);
        publish(NOON, group);
        TenantScope harbor = clients.harborScope();

        assertThat(scans.find(harbor, clients.exit())).isEmpty();
        assertThat(scans.pairs(harbor, clients.exit())).isEmpty();
        assertThat(scans.sharedKeys(
                        harbor, clients.exit(), assets.stream().map(Asset::id).toList()))
                .isEmpty();
        assertThat(page(harbor, 10, null, true)).isEmpty();
        assertThat(groups.find(harbor, group.id())).isEmpty();
        assertThat(groups.dismiss(harbor, group.id(), SOMEBODY, NOON)).isEmpty();
        assertThat(groups.restore(harbor, group.id())).isEmpty();
        assertThat(page(exit(), 10, null, false)).hasSize(1);
    }

    @Test
    void refusesAnEngagementOutsideTheScope() {
        TenantScope erp = clients.erpScope();
        EngagementId engagement = clients.exit();

        assertThatIllegalArgumentException().isThrownBy(() -> scans.find(erp, engagement));
        assertThatIllegalArgumentException().isThrownBy(() -> scans.begin(erp, engagement, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scans.save(erp, DuplicateScan.begin(engagement, 0, NOON)));
        assertThatIllegalArgumentException().isThrownBy(() -> scans.saveKeys(erp, engagement, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> scans.sharedKeys(erp, engagement, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> scans.savePairs(erp, engagement, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> scans.pairs(erp, engagement));
        assertThatIllegalArgumentException().isThrownBy(() -> scans.publish(erp, engagement, List.of(), NOON));
    }

    private TenantScope exit() {
        return clients.exitScope();
    }

    private @Nullable Instant dismiss(TenantScope scope, ProposedGroup group, Instant now) {
        return groups.dismiss(scope, group.id(), SOMEBODY, now).orElseThrow().dismissedAt();
    }

    private List<DuplicateGroup> page(
            TenantScope scope, int limit, @Nullable GroupPosition after, boolean includeDismissed) {
        return groups.page(new DuplicateGroupsQuery(scope, limit, after, includeDismissed))
                .entries();
    }

    private List<DuplicateGroupId> ids(TenantScope scope) {
        return page(scope, 10, null, false).stream().map(DuplicateGroup::id).toList();
    }

    private void publish(Instant now, ProposedGroup... published) {
        scans.publish(exit(), clients.exit(), List.of(published), now);
    }

    private void noteKeys(Map<Asset, Set<DuplicateKey>> keys) {
        Map<AssetId, Set<DuplicateKey>> byId = new LinkedHashMap<>();
        keys.forEach((asset, own) -> byId.put(asset.id(), own));
        scans.saveKeys(exit(), clients.exit(), byId);
    }

    private List<SharedKey> shared(Asset... assets) {
        return scans.sharedKeys(
                exit(), clients.exit(), Arrays.stream(assets).map(Asset::id).toList());
    }

    private static SharedKey sharedBy(DuplicateKey key, Asset... assets) {
        return new SharedKey(
                key, Set.copyOf(Arrays.stream(assets).map(Asset::id).toList()));
    }

    private static DuplicatePair pair(Asset one, Asset other, double score) {
        return new DuplicatePair(AssetVersion.of(one), AssetVersion.of(other), List.of(new SimilarNames(1)), score);
    }

    private static ProposedGroup group(double score, List<DuplicateEvidence> evidence, List<Asset> assets) {
        return new ProposedGroup(
                DuplicateGroupId.of(assets.stream().map(Asset::id).toList()),
                assets.stream().map(AssetVersion::of).toList(),
                evidence,
                score);
    }

    private Asset saved(String name, int number) {
        return saved(name, new int[] {number}).getFirst();
    }

    /** In the order of their ids. */
    private List<Asset> saved(String name, int... numbers) {
        return saved(clients.exit(), exit(), name, numbers);
    }

    private List<Asset> saved(EngagementId engagement, TenantScope scope, String name, int... numbers) {
        List<AssetDraft> drafts = Arrays.stream(numbers)
                .mapToObj(number -> draft(name, number, "as delivered"))
                .toList();
        save(engagement, scope, drafts.toArray(AssetDraft[]::new));
        List<AssetKey> keys = drafts.stream().map(AssetDraft::key).toList();
        return world.catalog().page(scope, engagement, null, 1_000).stream()
                .filter(asset -> keys.contains(asset.key()))
                .toList();
    }

    private void save(EngagementId engagement, TenantScope scope, AssetDraft... drafts) {
        world.catalog().save(scope, engagement, List.of(drafts));
    }

    private static AssetDraft draft(String name, int number, String description) {
        return new AssetDraft(
                new AssetKey("source-" + number, name),
                AssetAttributes.named(name).description(description).build());
    }
}

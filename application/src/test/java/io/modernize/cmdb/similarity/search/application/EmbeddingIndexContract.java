package io.modernize.cmdb.similarity.search.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.application.EmbeddingWorld;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.OsFamily;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.Completeness;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingIndex} keeps. */
public abstract class EmbeddingIndexContract {
    /** A stored vector has 11 significant bits. */
    private static final double HALF_PRECISION = 2e-3;

    private static final int DIMENSIONS = 32;
    private static final TopK MANY = new TopK(TopK.MAX);

    private final Random random = new Random(4711);
    private final List<AssetEmbedding> embedded = new ArrayList<>();
    private final EmbeddingWorld world;
    private final TwoClients clients;
    private final EmbeddingIndex index;
    private final EmbeddingSpace space;
    private int lastKey;

    protected EmbeddingIndexContract(EmbeddingWorld world, EmbeddingIndex index) {
        this.world = world;
        clients = world.clients();
        this.index = index;
        space = world.newSpace(DIMENSIONS);
    }

    @Test
    void putsTheNearestFirst() {
        embed(named("far"), axis(0, 0.2));
        embed(named("nearest"), axis(0, 0.9));
        embed(named("near"), axis(0, 0.6));

        SimilarAssets found = nearest(clients.northwindScope(), axis(0, 1), MANY, AssetFilter.none());

        assertThat(names(found)).containsExactly("nearest", "near", "far");
        assertThat(found.hits().get(0).score()).isCloseTo(0.9, within(HALF_PRECISION));
        assertThat(found.hits().get(1).score()).isCloseTo(0.6, within(HALF_PRECISION));
        assertThat(found.hits().get(2).score()).isCloseTo(0.2, within(HALF_PRECISION));
        assertThat(found.plan()).isEqualTo(new SearchPlan.Exact());
    }

    @Test
    void scoresFromOppositeToSameDirection() {
        float[] opposite = new float[DIMENSIONS];
        opposite[0] = -1;
        embed(named("same"), axis(0, 1));
        embed(named("across"), axis(0, 0));
        embed(named("opposite"), EmbeddingVector.normalised(opposite));

        SimilarAssets found = nearest(clients.northwindScope(), axis(0, 1), MANY, AssetFilter.none());

        assertThat(names(found)).containsExactly("same", "across", "opposite");
        assertThat(found.hits()).extracting(SimilarAsset::score).containsExactly(1.0, 0.0, -1.0);
    }

    /** The keys fall as the names rise, and of each name there are two; the last of those that are nearer is no tie. */
    @Test
    void breaksTiesByNameThenByKeyAtTheCutToo() {
        embed(named("zenith"), axis(0, 1));
        for (int i = 39; i >= 0; i--) {
            embed(named("twin %02d".formatted(i / 2)), axis(0, 0.5));
        }

        SimilarAssets all = nearest(clients.northwindScope(), axis(0, 1), MANY, AssetFilter.none());

        assertThat(all.hits())
                .hasSize(41)
                .first()
                .extracting(SimilarAsset::asset)
                .satisfies(asset -> assertThat(asset.attributes().name()).isEqualTo("zenith"));
        assertThat(all.hits().subList(1, 41))
                .extracting(SimilarAsset::asset)
                .isSortedAccordingTo(Asset.BY_NAME_AND_KEY);
        for (int topK : new int[] {1, 2, 7, 8, 40}) {
            SimilarAssets some = nearest(clients.northwindScope(), axis(0, 1), new TopK(topK), AssetFilter.none());
            assertThat(some.hits()).isEqualTo(all.hits().subList(0, topK));
            assertThat(some.candidates()).isEqualTo(CandidateCount.exactly(41));
        }
    }

    /** Ids are others each time. */
    @Test
    void answersAlikeAfterTheSameImport() {
        List<String> once = importedAndAsked(clients.exit());
        List<String> again = importedAndAsked(clients.erp());

        assertThat(again).isEqualTo(once).hasSize(7);
    }

    private List<String> importedAndAsked(EngagementId engagementId) {
        for (int i = 0; i < 30; i++) {
            AssetKey key = new AssetKey("servicenow", "twin-" + i);
            world.catalog()
                    .save(
                            clients.northwindScope(),
                            engagementId,
                            List.of(new AssetDraft(key, named("twin " + i % 5).build())));
        }
        TenantScope scope = TenantScope.forJob(clients.northwind(), engagementId);
        world.embedDue(scope, space, axis(0, 1));
        return nearest(scope, axis(0, 1), new TopK(7), AssetFilter.none()).hits().stream()
                .map(hit -> hit.asset().attributes().name() + " " + hit.asset().key())
                .toList();
    }

    @Test
    void returnsNoMoreThanAskedForAndSaysHowManyThereAre() {
        embedTogether(clients.exit(), numbered("server ", 105), this::random);

        SimilarAssets one = nearest(clients.northwindScope(), random(), new TopK(1), AssetFilter.none());
        SimilarAssets hundred = nearest(clients.northwindScope(), random(), MANY, AssetFilter.none());

        assertThat(one.hits()).hasSize(1);
        assertThat(one.candidates()).isEqualTo(CandidateCount.exactly(105));
        assertThat(one.completeness()).isEqualTo(new Completeness.Complete());
        assertThat(hundred.hits()).hasSize(100);
        assertThat(hundred.candidates()).isEqualTo(CandidateCount.exactly(105));
        assertThat(hundred.completeness()).isEqualTo(new Completeness.Complete());
    }

    @Test
    void saysWhyThereAreFewer() {
        embed(named("one"), random());
        embed(named("two"), random());

        SimilarAssets three = nearest(clients.northwindScope(), random(), new TopK(3), AssetFilter.none());
        SimilarAssets two = nearest(clients.northwindScope(), random(), new TopK(2), AssetFilter.none());

        assertThat(three.hits()).hasSize(2);
        assertThat(three.candidates()).isEqualTo(CandidateCount.exactly(2));
        assertThat(three.completeness()).isEqualTo(new Completeness.FewerCandidates(2));
        assertThat(two.completeness()).isEqualTo(new Completeness.Complete());
    }

    @Test
    void leavesOutWhatScoresLessThanTheMinimum() {
        embed(named("near"), axis(0, 0.9));
        embed(named("far"), axis(0, 0.2));

        SimilarAssets found = index.nearest(
                clients.northwindScope(),
                new NearestQuery(space, axis(0, 1), MANY, AssetFilter.none(), new MinimumScore(0.5), null));
        SimilarAssets filled = index.nearest(
                clients.northwindScope(),
                new NearestQuery(space, axis(0, 1), new TopK(1), AssetFilter.none(), new MinimumScore(0.5), null));

        assertThat(names(found)).containsExactly("near");
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(2));
        assertThat(found.completeness()).isEqualTo(new Completeness.BelowMinimumScore(new MinimumScore(0.5)));
        assertThat(filled.completeness()).isEqualTo(new Completeness.Complete());
    }

    @Test
    void filtersByWhatAnAssetIsNowAndNotByWhatItWasWhenEmbedded() {
        AssetKey moved = embed(named("moved").location("Bonn").cpuCount(2), random());
        embed(named("stays").location("Bonn").cpuCount(2), random());
        world.catalog()
                .save(
                        clients.northwindScope(),
                        clients.exit(),
                        List.of(new AssetDraft(
                                moved,
                                named("moved").location("Oslo").cpuCount(4).build())));

        assertThat(passing(new Conditions().locations("Bonn"))).containsExactly("stays");
        assertThat(passing(new Conditions().locations("Oslo"))).containsExactly("moved");
        assertThat(passing(new Conditions().cpuCount("3", null))).containsExactly("moved");
    }

    @Test
    void findsNothingWhereNothingIsEmbedded() {
        save(clients.northwindScope(), clients.exit(), named("not embedded"));

        SimilarAssets found = nearest(clients.northwindScope(), random(), MANY, AssetFilter.none());

        assertThat(found.hits()).isEmpty();
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(0));
        assertThat(found.completeness()).isEqualTo(new Completeness.FewerCandidates(0));
    }

    @Test
    void leavesOutTheExcludedAsset() {
        embed(named("itself"), axis(0, 1));
        embed(named("other"), axis(0, 0.5));
        AssetId itself = nearest(clients.northwindScope(), axis(0, 1), new TopK(1), AssetFilter.none())
                .hits()
                .getFirst()
                .asset()
                .id();

        SimilarAssets found = index.nearest(
                clients.northwindScope(),
                new NearestQuery(space, axis(0, 1), MANY, AssetFilter.none(), MinimumScore.NONE, itself));

        assertThat(names(found)).containsExactly("other");
        assertThat(found.candidates()).isEqualTo(CandidateCount.exactly(1));
    }

    @Test
    void saysWhichHitsAreStale() {
        embed(named("fresh"), axis(0, 0.9));
        AssetKey changed = embed(named("before"), axis(0, 0.8));
        world.catalog()
                .save(
                        clients.northwindScope(),
                        clients.exit(),
                        List.of(new AssetDraft(changed, named("after").build())));

        SimilarAssets found = nearest(clients.northwindScope(), axis(0, 1), MANY, AssetFilter.none());

        assertThat(names(found)).containsExactly("fresh", "after");
        assertThat(found.hits()).extracting(SimilarAsset::stale).containsExactly(false, true);
    }

    @Test
    void looksIntoOneSpaceOnly() {
        embed(named("web"), random());
        EmbeddingSpace other = world.newSpace(DIMENSIONS);

        SimilarAssets found = index.nearest(
                clients.northwindScope(),
                new NearestQuery(other, random(), MANY, AssetFilter.none(), MinimumScore.NONE, null));

        assertThat(found.hits()).isEmpty();
    }

    @Test
    void refusesAVectorOfOtherDimensions() {
        EmbeddingVector foreign = EmbeddingVector.normalised(new float[] {1, 2, 3});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest(clients.northwindScope(), foreign, MANY, AssetFilter.none()));
    }

    @Test
    void findsNothingOfAnotherClientNorOfAnotherEngagement() {
        embed(clients.northwindScope(), clients.exit(), named("exit"), axis(0, 0.5));
        embed(clients.northwindScope(), clients.erp(), named("erp"), axis(0, 0.6));
        embed(clients.harborScope(), clients.cloud(), named("cloud"), axis(0, 1));

        assertThat(found(clients.northwindScope())).containsExactly("erp", "exit");
        assertThat(found(clients.exitAndErpScope())).containsExactly("erp", "exit");
        assertThat(found(clients.exitScope())).containsExactly("exit");
        assertThat(found(clients.erpScope())).containsExactly("erp");
        assertThat(found(clients.harborScope())).containsExactly("cloud");
        assertThat(found(TenantScope.forJob(clients.harbor(), clients.edge()))).isEmpty();
        assertThat(found(TenantScope.forJob(clients.harbor(), clients.exit()))).isEmpty();
    }

    private List<String> found(TenantScope scope) {
        SimilarAssets found = nearest(scope, axis(0, 1), MANY, AssetFilter.none());
        assertThat(found.candidates())
                .isEqualTo(CandidateCount.exactly(found.hits().size()));
        return names(found);
    }

    @Test
    void filtersByClassWholeAndInAnyCase() {
        embedAll(
                named("linux").ciClass("cmdb_ci_linux_server"),
                named("windows").ciClass("cmdb_ci_win_server"),
                named("none"));

        assertThat(passing(new Conditions().ciClasses("CMDB_CI_Linux_Server"))).containsExactly("linux");
        assertThat(passing(new Conditions().ciClasses("cmdb_ci_linux_server", "cmdb_ci_win_server")))
                .containsExactlyInAnyOrder("linux", "windows");
        assertThat(passing(new Conditions().ciClasses("linux", "cmdb%", "cmdb_ci_linux_serve_")))
                .isEmpty();
    }

    @Test
    void filtersByEnvironmentWholeAndInAnyCase() {
        embedAll(named("prod").environment("Production"), named("dev").environment("development"), named("none"));

        assertThat(passing(new Conditions().environments("PRODUCTION"))).containsExactly("prod");
        assertThat(passing(new Conditions().environments("Production", "Development")))
                .containsExactlyInAnyOrder("prod", "dev");
        assertThat(passing(new Conditions().environments("prod"))).isEmpty();
    }

    @Test
    void filtersByLocationWholeAndInAnyCaseBeyondAscii() {
        embedAll(
                named("zurich").location("ZÜRICH"),
                named("athens").location("Αθήνα"),
                named("moscow").location("Москва"),
                named("none"));

        assertThat(passing(new Conditions().locations("Zürich"))).containsExactly("zurich");
        assertThat(passing(new Conditions().locations("ΑΘΉΝΑ"))).containsExactly("athens");
        assertThat(passing(new Conditions().locations("МОСКВА", "zürich")))
                .containsExactlyInAnyOrder("moscow", "zurich");
        assertThat(passing(new Conditions().locations("Zurich"))).isEmpty();
    }

    @Test
    void filtersByStatusWholeAndInAnyCase() {
        embedAll(named("installed").status("Installed"), named("retired").status("Retired"), named("none"));

        assertThat(passing(new Conditions().statuses("installed"))).containsExactly("installed");
    }

    @Test
    void filtersBySupportGroupWholeAndInAnyCase() {
        embedAll(named("dba").supportGroup("Database Team"), named("net").supportGroup("Network"), named("none"));

        assertThat(passing(new Conditions().supportGroups("database team"))).containsExactly("dba");
    }

    @Test
    void filtersByOperatingSystemFamily() {
        embedAll(
                named("ubuntu").osName("Ubuntu 24.04"),
                named("rhel").osName("Red Hat Enterprise Linux"),
                named("windows").osName("Windows Server 2022"),
                named("none"));

        assertThat(passing(new Conditions().osFamilies(OsFamily.LINUX))).containsExactlyInAnyOrder("ubuntu", "rhel");
        assertThat(passing(new Conditions().osFamilies(OsFamily.WINDOWS, OsFamily.AIX)))
                .containsExactly("windows");
        assertThat(passing(new Conditions().osFamilies(OsFamily.AIX))).isEmpty();
    }

    @Test
    void filtersByAnyOfTheTagsExactly() {
        embedAll(
                named("gold").tags(List.of("tier:gold", "pci")),
                named("silver").tags(List.of("tier:silver")),
                named("odd").tags(List.of("a,b", "{\"c\"}")),
                named("none"));

        assertThat(passing(new Conditions().tags("pci"))).containsExactly("gold");
        assertThat(passing(new Conditions().tags("tier:gold", "tier:silver")))
                .containsExactlyInAnyOrder("gold", "silver");
        assertThat(passing(new Conditions().tags("a,b"))).containsExactly("odd");
        assertThat(passing(new Conditions().tags("{\"c\"}"))).containsExactly("odd");
        assertThat(passing(new Conditions().tags("PCI", "tier", "a", "b"))).isEmpty();
    }

    @Test
    void filtersByAllOfTheSourceAttributesExactly() {
        embedAll(
                named("a1").sourceAttributes(Map.of("Rack", "A1", "u_cost_centre", "42")),
                named("b2").sourceAttributes(Map.of("Rack", "B2", "u_cost_centre", "42")),
                named("odd").sourceAttributes(Map.of("it's \"odd\"", "{\"x\": 1}")),
                named("none"));

        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "A1"))))
                .containsExactly("a1");
        assertThat(passing(new Conditions().sourceAttributes(Map.of("u_cost_centre", "42"))))
                .containsExactlyInAnyOrder("a1", "b2");
        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "B2", "u_cost_centre", "42"))))
                .containsExactly("b2");
        assertThat(passing(new Conditions().sourceAttributes(Map.of("it's \"odd\"", "{\"x\": 1}"))))
                .containsExactly("odd");
        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "B2", "u_cost_centre", "43"))))
                .isEmpty();
        assertThat(passing(new Conditions().sourceAttributes(Map.of("rack", "A1"))))
                .isEmpty();
        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "a1"))))
                .isEmpty();
        assertThat(passing(new Conditions().sourceAttributes(Map.of("Rack", "A"))))
                .isEmpty();
    }

    @Test
    void filtersByRangesWithBothEndsIncluded() {
        embedAll(
                named("small").cpuCount(2).memoryMib(4_096L).storageGib(new BigDecimal("99.5")),
                named("medium").cpuCount(8).memoryMib(32_768L).storageGib(new BigDecimal("500")),
                named("large").cpuCount(64).memoryMib(1_048_576L).storageGib(new BigDecimal("10000.25")),
                named("unknown"));

        assertThat(passing(new Conditions().cpuCount("2", "8"))).containsExactlyInAnyOrder("small", "medium");
        assertThat(passing(new Conditions().cpuCount("8", null))).containsExactlyInAnyOrder("medium", "large");
        assertThat(passing(new Conditions().cpuCount(null, "7.9"))).containsExactly("small");
        assertThat(passing(new Conditions().cpuCount("9", "63"))).isEmpty();
        assertThat(passing(new Conditions().memoryMib("32768", "32768"))).containsExactly("medium");
        assertThat(passing(new Conditions().memoryMib(null, "32767.5"))).containsExactly("small");
        assertThat(passing(new Conditions().storageGib("99.5", "99.50"))).containsExactly("small");
        assertThat(passing(new Conditions().storageGib("500.01", null))).containsExactly("large");
        assertThat(passing(new Conditions().storageGib(null, "100000000000000000000")))
                .containsExactlyInAnyOrder("small", "medium", "large");
    }

    @Test
    void wantsAllConditionsTogether() {
        embedAll(
                named("match")
                        .environment("Production")
                        .osName("Ubuntu")
                        .cpuCount(8)
                        .tags(List.of("pci")),
                named("wrong environment")
                        .environment("Test")
                        .osName("Ubuntu")
                        .cpuCount(8)
                        .tags(List.of("pci")),
                named("wrong system")
                        .environment("Production")
                        .osName("AIX")
                        .cpuCount(8)
                        .tags(List.of("pci")),
                named("too small")
                        .environment("Production")
                        .osName("Ubuntu")
                        .cpuCount(7)
                        .tags(List.of("pci")),
                named("no tag").environment("Production").osName("Ubuntu").cpuCount(8));

        assertThat(passing(new Conditions()
                        .environments("production")
                        .osFamilies(OsFamily.LINUX)
                        .cpuCount("8", "16")
                        .tags("pci")))
                .containsExactly("match");
    }

    @Test
    void takesFilterValuesForValuesAndNotForSyntax() {
        embedAll(named("web").environment("'); drop table cmdb_assets; --").tags(List.of("tag")));

        assertThat(passing(new Conditions().environments("'); drop table cmdb_assets; --")))
                .containsExactly("web");
        assertThat(passing(new Conditions().environments("' or '1'='1").tags("tag")))
                .isEmpty();
    }

    private List<String> passing(Conditions conditions) {
        SimilarAssets found = nearest(clients.northwindScope(), axis(0, 1), MANY, conditions.build());
        assertThat(found.candidates())
                .isEqualTo(CandidateCount.exactly(found.hits().size()));
        return names(found);
    }

    @Test
    void agreesWithTheOracle() {
        List<AssetAttributes.Builder> ofExit = new ArrayList<>();
        List<AssetAttributes.Builder> ofErp = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            (i % 4 == 0 ? ofErp : ofExit)
                    .add(named("server " + i)
                            .environment(i % 3 == 0 ? "Production" : "Test")
                            .cpuCount(i % 2 == 0 ? 1 + i % 16 : null)
                            .tags(i % 5 == 0 ? List.of("five") : List.of()));
        }
        embedTogether(clients.exit(), ofExit, this::random);
        embedTogether(clients.erp(), ofErp, this::random);
        InMemoryEmbeddingIndex oracle = mirrored(clients.northwindScope());
        List<AssetFilter> filters = List.of(
                AssetFilter.none(),
                new Conditions().environments("production").build(),
                new Conditions().cpuCount("4", "12").build(),
                new Conditions().tags("five").environments("Test").build());

        for (TenantScope scope : List.of(clients.northwindScope(), clients.exitScope(), clients.erpScope())) {
            for (AssetFilter filter : filters) {
                for (int topK : new int[] {1, 10, 100}) {
                    NearestQuery query =
                            new NearestQuery(space, random(), new TopK(topK), filter, MinimumScore.NONE, null);
                    agree(index.nearest(scope, query), oracle, scope, query);
                }
            }
        }
    }

    private static void agree(
            SimilarAssets actual, InMemoryEmbeddingIndex oracle, TenantScope scope, NearestQuery query) {
        SimilarAssets expected = oracle.nearest(scope, query);
        assertThat(actual.candidates()).isEqualTo(expected.candidates());
        assertThat(actual.completeness()).isEqualTo(expected.completeness());
        assertThat(actual.hits()).hasSameSizeAs(expected.hits());
        NearestQuery everything = new NearestQuery(
                query.space(), query.vector(), MANY, query.filter(), query.minimumScore(), query.excluded());
        Map<AssetId, Double> oracleScores = new HashMap<>();
        oracle.nearest(scope, everything)
                .hits()
                .forEach(hit -> oracleScores.put(hit.asset().id(), hit.score()));
        for (int i = 0; i < actual.hits().size(); i++) {
            SimilarAsset hit = actual.hits().get(i);
            // Half precision may swap neighbours, so it is scores that are compared: by place, and by asset.
            assertThat(hit.score()).isCloseTo(expected.hits().get(i).score(), within(HALF_PRECISION));
            assertThat(hit.score())
                    .isCloseTo(oracleScores.getOrDefault(hit.asset().id(), hit.score()), within(HALF_PRECISION));
            assertThat(query.filter().accepts(hit.asset().attributes())).isTrue();
        }
    }

    /** An oracle over the assets and vectors of this test, in full precision. */
    private InMemoryEmbeddingIndex mirrored(TenantScope scope) {
        InMemoryAssetCatalog assets = new InMemoryAssetCatalog();
        InMemoryEmbeddingIndex oracle = new InMemoryEmbeddingIndex(assets);
        NearestQuery any = new NearestQuery(space, random(), MANY, AssetFilter.none(), MinimumScore.NONE, null);
        assertThat(index.nearest(scope, any).candidates().value()).isEqualTo(embedded.size());
        for (AssetEmbedding embedding : embedded) {
            Asset asset = world.catalog().find(scope, embedding.assetId()).orElseThrow();
            assets.put(scope.clientAccountId(), asset);
        }
        oracle.save(scope, space, embedded);
        return oracle;
    }

    private SimilarAssets nearest(TenantScope scope, EmbeddingVector vector, TopK topK, AssetFilter filter) {
        return index.nearest(scope, new NearestQuery(space, vector, topK, filter, MinimumScore.NONE, null));
    }

    private static List<String> names(SimilarAssets found) {
        return found.hits().stream().map(hit -> hit.asset().attributes().name()).toList();
    }

    private void embedAll(AssetAttributes.Builder... assets) {
        for (AssetAttributes.Builder asset : assets) {
            embed(asset, random());
        }
    }

    private static List<AssetAttributes.Builder> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> named(name + i)).toList();
    }

    /** In two transactions, however many they are. */
    private void embedTogether(
            EngagementId engagementId, List<AssetAttributes.Builder> assets, Supplier<EmbeddingVector> vector) {
        TenantScope scope = clients.northwindScope();
        List<AssetDraft> drafts = assets.stream()
                .map(asset -> new AssetDraft(new AssetKey("servicenow", "key-" + lastKey++), asset.build()))
                .toList();
        Map<AssetKey, EmbeddingVector> vectors = new HashMap<>();
        drafts.forEach(draft -> vectors.put(draft.key(), vector.get()));
        world.catalog().save(scope, engagementId, drafts);
        // The assets just saved are the only ones that lack an embedding.
        List<AssetEmbedding> added = world.store().findDue(scope, space, null, drafts.size() + 1).stream()
                .map(asset -> new AssetEmbedding(
                        asset.id(),
                        engagementId,
                        Objects.requireNonNull(vectors.get(asset.key())),
                        asset.contentHash()))
                .toList();
        world.store().save(scope, space, added);
        embedded.addAll(added);
    }

    private AssetKey embed(AssetAttributes.Builder asset, EmbeddingVector vector) {
        return embed(clients.northwindScope(), clients.exit(), asset, vector);
    }

    private AssetKey embed(
            TenantScope scope, EngagementId engagementId, AssetAttributes.Builder attributes, EmbeddingVector vector) {
        AssetKey key = save(scope, engagementId, attributes);
        // The asset just saved is the only one that lacks an embedding.
        Asset asset = world.store().findDue(scope, space, null, 2).getFirst();
        AssetEmbedding embedding = new AssetEmbedding(asset.id(), engagementId, vector, asset.contentHash());
        world.store().save(scope, space, List.of(embedding));
        embedded.add(embedding);
        return key;
    }

    private AssetKey save(TenantScope scope, EngagementId engagementId, AssetAttributes.Builder attributes) {
        AssetKey key = new AssetKey("servicenow", "key-" + lastKey++);
        world.catalog().save(scope, engagementId, List.of(new AssetDraft(key, attributes.build())));
        return key;
    }

    private static AssetAttributes.Builder named(String name) {
        return AssetAttributes.named(name);
    }

    /** A vector of the given cosine similarity to the axis. */
    private static EmbeddingVector axis(int axis, double similarity) {
        float[] values = new float[DIMENSIONS];
        values[axis] = (float) similarity;
        values[(axis + 1) % DIMENSIONS] = (float) Math.sqrt(1 - similarity * similarity);
        return EmbeddingVector.normalised(values);
    }

    private EmbeddingVector random() {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingVector.normalised(values);
    }
}

package io.modernize.cmdb.similarity.search.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.SourceAttributes;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.AssetSelection;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.filter.Facets;
import io.modernize.cmdb.similarity.listing.AssetOrder;
import io.modernize.cmdb.similarity.listing.application.AssetFacets;
import io.modernize.cmdb.similarity.listing.application.AssetListQuery;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.similarity.search.application.TextIndex.FusedQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex.TextQuery;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What searches in the database find, out of how much, in which order, and what of it they read. */
@PersistenceTest
class FoundAssetsIT {
    private static final EmbeddingVector VECTOR = EmbeddingVector.normalised(new float[] {1, 2, 3});
    private static final TopK SEVEN = new TopK(7);

    @Autowired
    private EmbeddingIndex embeddings;

    @Autowired
    private TextIndex texts;

    @Autowired
    private AssetFacets facets;

    @Autowired
    private AssetLists lists;

    @Autowired
    private SourceAttributes sourceAttributes;

    @Autowired
    private DatabaseWorld world;

    private EmbeddingSpace space;

    @BeforeEach
    void createSpace() {
        space = world.newSpace(3);
    }

    @Test
    void areCountedByFacetsWithoutTheAssetThatOthersAreComparedWith() {
        save(world.clients().exit(), IntStream.range(0, 5).mapToObj(i -> draft(i, "oracle " + i)));
        TenantScope scope = world.clients().northwindScope();
        AssetId itself = nearest(scope, null).hits().getFirst().asset().id();

        SimilarAssets like = nearest(scope, itself);
        SimilarAssets words = texts.matching(scope, text("oracle", itself));

        assertThat(like.candidates()).isEqualTo(CandidateCount.exactly(4));
        assertThat(facets.ofCandidates(scope, space, AssetFilter.none(), itself).assets())
                .isEqualTo(like.candidates());
        assertThat(words.candidates()).isEqualTo(CandidateCount.exactly(4));
        assertThat(facets.ofMatches(scope, new QueryText("oracle"), AssetFilter.none(), itself)
                        .assets())
                .isEqualTo(words.candidates());
    }

    /** In a client account of more assets than are ranked, words are chosen: that must not make few matches look like many. */
    @Test
    void areCountedExactlyWhereAllThatMatchWereLookedAt() {
        save(
                world.clients().exit(),
                IntStream.range(0, TextSql.MOST_MATCHES + 50).mapToObj(i -> draft(i, "server " + i)));
        save(world.clients().exit(), IntStream.range(2_000, 2_003).mapToObj(i -> draft(i, "zeppelin " + i)));
        TenantScope scope = world.clients().northwindScope();

        for (String words : List.of("zeppelin", "server", "zeppelin server")) {
            CandidateCount candidates = texts.matching(scope, text(words, null)).candidates();
            Facets counted = facets.ofMatches(scope, new QueryText(words), AssetFilter.none(), null);
            assertThat(candidates)
                    .as(words)
                    .isEqualTo(
                            words.equals("zeppelin")
                                    ? CandidateCount.exactly(3)
                                    : CandidateCount.atLeast(TextSql.MOST_MATCHES));
            assertThat(counted.assets()).as(words).isEqualTo(candidates);
        }
    }

    /** The same files, imported into two engagements: ids are others, and so is the order in which rows lie. */
    @Test
    void comeInTheSameOrderAfterTheSameImport() {
        save(world.clients().exit(), IntStream.range(0, 90).mapToObj(FoundAssetsIT::twin));
        save(world.clients().erp(), IntStream.range(0, 90).map(i -> 89 - i).mapToObj(FoundAssetsIT::twin));

        for (SearchPlan plan : List.of(
                new SearchPlan.Exact(),
                new SearchPlan.Quantised(1_000),
                // Fewer than there are: those of equal codes are cut.
                new SearchPlan.Quantised(10))) {
            assertThat(keys(embeddings.nearest(world.clients().erpScope(), query(null), plan)))
                    .as(plan.toString())
                    .isEqualTo(keys(embeddings.nearest(world.clients().exitScope(), query(null), plan)))
                    .hasSize(7);
        }
        assertThat(keys(texts.matching(world.clients().erpScope(), text("oracle", null))))
                .isEqualTo(keys(texts.matching(world.clients().exitScope(), text("oracle", null))));
        assertThat(keys(fused(world.clients().erpScope())))
                .isEqualTo(keys(fused(world.clients().exitScope())));
        for (AssetOrder.Field field : AssetOrder.Field.values()) {
            if (field != AssetOrder.Field.UPDATED_AT) {
                AssetOrder order = new AssetOrder(field, true);
                assertThat(listed(world.clients().erpScope(), order))
                        .isEqualTo(listed(world.clients().exitScope(), order));
            }
        }
    }

    @Test
    void comeWithoutWhatTheirSourceSaidOfThem() {
        save(
                world.clients().exit(),
                IntStream.of(1)
                        .mapToObj(i -> new AssetDraft(
                                key(i),
                                AssetAttributes.named("oracle")
                                        .sourceAttributes(Map.of("rack", "A1"))
                                        .build())));
        TenantScope scope = world.clients().northwindScope();
        Asset listed = lists.page(listOf(scope, AssetOrder.BY_NAME)).entries().getFirst();

        for (SimilarAssets found :
                List.of(nearest(scope, null), texts.matching(scope, text("oracle", null)), fused(scope))) {
            assertThat(found.hits())
                    .singleElement()
                    .extracting(SimilarAsset::asset)
                    .isEqualTo(listed);
        }
        assertThat(world.catalog().findAll(scope, List.of(listed.id()))).containsExactly(listed);
        assertThat(listed.attributes().sourceAttributes()).isEmpty();
        assertThat(sourceAttributes.of(scope, List.of(listed.id())))
                .containsExactly(Map.entry(listed.id(), new TreeMap<>(Map.of("rack", "A1"))));
        assertThat(sourceAttributes.of(world.clients().erpScope(), List.of(listed.id())))
                .isEmpty();
        assertThat(sourceAttributes.of(world.clients().harborScope(), List.of(listed.id())))
                .isEmpty();
        assertThat(sourceAttributes.of(scope, List.of())).isEmpty();
    }

    private SimilarAssets nearest(TenantScope scope, @Nullable AssetId excluded) {
        return embeddings.nearest(scope, query(excluded));
    }

    private SimilarAssets fused(TenantScope scope) {
        return texts.fused(scope, new FusedQuery(text("oracle", null), space, VECTOR, MinimumScore.NONE));
    }

    private NearestQuery query(@Nullable AssetId excluded) {
        return new NearestQuery(space, VECTOR, SEVEN, AssetFilter.none(), MinimumScore.NONE, excluded);
    }

    private static TextQuery text(String words, @Nullable AssetId excluded) {
        return new TextQuery(new QueryText(words), SEVEN, AssetFilter.none(), excluded, false);
    }

    private static AssetListQuery listOf(TenantScope scope, AssetOrder order) {
        return new AssetListQuery(scope, new AssetSelection(AssetFilter.none(), null), order, null, false, 100);
    }

    private List<AssetKey> listed(TenantScope scope, AssetOrder order) {
        return lists.page(listOf(scope, order)).entries().stream()
                .map(Asset::key)
                .toList();
    }

    private static List<AssetKey> keys(SimilarAssets found) {
        return found.hits().stream().map(hit -> hit.asset().key()).toList();
    }

    /** One of three of a name; the keys do not rise with the names. */
    private static AssetDraft twin(int number) {
        return draft(number, "oracle " + (char) ('a' + number % 30 / 2));
    }

    private static AssetDraft draft(int number, String name) {
        return new AssetDraft(
                key(number), AssetAttributes.named(name).cpuCount(4).build());
    }

    private static AssetKey key(int number) {
        return new AssetKey("servicenow", "key-" + number);
    }

    private void save(EngagementId engagement, Stream<AssetDraft> drafts) {
        TenantScope scope = TenantScope.forJob(world.clients().northwind(), engagement);
        world.catalog().save(scope, engagement, drafts.toList());
        world.embedDue(scope, space, VECTOR);
    }
}

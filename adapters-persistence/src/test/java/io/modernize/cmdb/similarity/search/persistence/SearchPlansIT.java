package io.modernize.cmdb.similarity.search.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.embedding.persistence.TestSpaces;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.MultiStatement;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which plans PostgreSQL makes of each search plan's statement, and that all of them find what an exact one finds. */
@PersistenceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlansIT {
    private static final int DIMENSIONS = 128;
    private static final int ROWS = 4_000;
    private static final int LATER_ROWS = 200;
    private static final TopK TEN = new TopK(10);
    private static final String INDEX = "cmdb_hnsw_search_plans_it";
    private static final SearchPlan.Quantised QUANTISED = new SearchPlan.Quantised(1_000);
    private static final SearchPlan.Approximate APPROXIMATE = new SearchPlan.Approximate(INDEX, 200);

    @Autowired
    private EmbeddingIndex index;

    @Autowired
    private NamedParameterJdbcTemplate statements;

    @Autowired
    private DatabaseWorld world;

    private final Random random = new Random(42);
    private TenantScope scope;
    private EmbeddingSpace space;

    /** Rows under an index, and some that were written after it was built. */
    @BeforeAll
    void embedAndIndex() throws SQLException {
        scope = world.clients().northwindScope();
        space = TestSpaces.create(DIMENSIONS);
        embed(0, ROWS);
        String client = world.clients().northwind().value().toString();
        try (Connection owner = TestDatabase.shared().ownerDataSource().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create index " + INDEX + " on " + leaf() + " using hnsw ((embedding::halfvec("
                    + DIMENSIONS
                    + ")) halfvec_cosine_ops) where client_account_id = '" + client + "' and embedding_space_id = '"
                    + space.id().value() + "' and index_generation <= 0");
        }
        world.transactions()
                .runInScope(
                        scope,
                        () -> world.jdbc()
                                .sql("""
                                    insert into vector_indexes (client_account_id, embedding_space_id, write_generation, index_name,
                                        indexed_generation, indexed_rows, ef_search, rerank_count)
                                    values (?, ?, 1, ?, 0, ?, 200, 1000)
                                    """)
                                .params(
                                        world.clients().northwind().value(),
                                        space.id().value(),
                                        INDEX,
                                        ROWS)
                                .update());
        embed(ROWS, LATER_ROWS);
        vacuumUntilVisible();
    }

    /** A page counts as visible to all once the commit of its rows is on disk, and nobody looks at what was before. */
    private void vacuumUntilVisible() {
        JdbcClient owner = JdbcClient.create(TestDatabase.shared().ownerDataSource());
        String leaf = leaf();
        // A commit that waits for the disk takes all earlier ones along, which this server leaves for later.
        owner.sql("set synchronous_commit = on; do $$ begin perform pg_logical_emit_message(true, 'test',"
                        + " 'all'); end $$")
                .update();
        Await.until("all pages are visible", () -> {
            owner.sql("vacuum analyze " + leaf).update();
            return owner.sql("select relallvisible >= relpages - 1 from pg_class where oid = ?::regclass")
                    .param(leaf)
                    .query(Boolean.class)
                    .single();
        });
        owner.sql("vacuum analyze cmdb_asset_embeddings").update();
    }

    private String leaf() {
        return world.transactions()
                .inScope(
                        scope,
                        () -> world.jdbc()
                                .sql("select tableoid::regclass::text from cmdb_asset_embeddings"
                                        + " where client_account_id = ? limit 1")
                                .param(world.clients().northwind().value())
                                .query(String.class)
                                .single());
    }

    private void embed(int from, int count) {
        List<AssetDraft> drafts = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            drafts.add(new AssetDraft(
                    new AssetKey("test", "asset-" + i),
                    AssetAttributes.named("asset-" + i)
                            .environment(i % 2 == 0 ? "Production" : "Test")
                            .location("Room " + i % 100)
                            .tags(List.of("wave:" + i % 20))
                            .build()));
        }
        world.catalog().save(scope, world.clients().exit(), drafts);
        List<Asset> due = world.store().findDue(scope, space, null, count);
        world.store()
                .save(
                        scope,
                        space,
                        due.stream()
                                .map(asset -> new AssetEmbedding(
                                        asset.id(), world.clients().exit(), vector(), asset.contentHash()))
                                .toList());
    }

    /** Around one of twenty centres, as texts about the same things lie. */
    private EmbeddingVector vector() {
        Random centre = new Random(random.nextInt(20));
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (centre.nextGaussian() + 0.8 * random.nextGaussian());
        }
        return EmbeddingVector.normalised(values);
    }

    private NearestQuery query(TopK topK, AssetFilter filter) {
        return new NearestQuery(space, vector(), topK, filter, MinimumScore.NONE, null);
    }

    private static AssetFilter filter(Set<String> environments, Set<String> locations, Set<String> tags) {
        return AssetFilter.of(
                AssetCondition.oneOf(AssetAttribute.ENVIRONMENT, environments),
                AssetCondition.oneOf(AssetAttribute.LOCATION, locations),
                AssetCondition.oneOf(AssetAttribute.TAGS, tags));
    }

    private static final AssetFilter PRODUCTION = filter(Set.of("production"), Set.of(), Set.of());
    private static final AssetFilter ROOM = filter(Set.of(), Set.of("room 7"), Set.of());
    private static final AssetFilter WAVE = filter(Set.of(), Set.of(), Set.of("wave:3"));

    @Test
    void choosesByTheNumberOfCandidates() {
        SimilarAssets all = index.nearest(scope, query(TEN, AssetFilter.none()));
        SimilarAssets room = index.nearest(scope, query(TEN, ROOM));

        assertThat(all.plan()).isEqualTo(APPROXIMATE);
        assertThat(all.candidates()).isEqualTo(CandidateCount.atLeast(3_001));
        assertThat(room.plan()).isEqualTo(new SearchPlan.Exact());
        assertThat(room.candidates()).isEqualTo(CandidateCount.exactly(42));
    }

    @Test
    void findsByAnyPlanWhatAnExactPlanFinds() {
        for (AssetFilter filter : List.of(AssetFilter.none(), PRODUCTION, ROOM, WAVE)) {
            for (SearchPlan plan : List.of(QUANTISED, APPROXIMATE)) {
                int wanted = 0;
                int found = 0;
                for (int i = 0; i < 20; i++) {
                    NearestQuery query = query(TEN, filter);
                    Set<AssetId> exact = ids(index.nearest(scope, query, new SearchPlan.Exact()));
                    SimilarAssets other = index.nearest(scope, query, plan);
                    assertThat(other.hits()).hasSize(10);
                    assertThat(other.hits())
                            .extracting(SimilarAsset::score)
                            .isSortedAccordingTo((left, right) -> Double.compare(right, left));
                    assertThat(other.hits())
                            .allMatch(hit -> filter.accepts(hit.asset().attributes()));
                    wanted += exact.size();
                    exact.retainAll(ids(other));
                    found += exact.size();
                }
                assertThat((double) found / wanted).as(filter + " by " + plan).isGreaterThanOrEqualTo(0.98);
            }
        }
    }

    private static Set<AssetId> ids(SimilarAssets assets) {
        Set<AssetId> ids = new HashSet<>();
        assets.hits().forEach(hit -> ids.add(hit.asset().id()));
        return ids;
    }

    @Test
    void findsWhatWasWrittenAfterTheIndexWasBuilt() {
        List<AssetId> later = world.transactions()
                .inScope(
                        scope,
                        () -> world.jdbc()
                                .sql("select asset_id from cmdb_asset_embeddings where client_account_id = ?"
                                        + " and index_generation = 1 order by asset_id")
                                .param(world.clients().northwind().value())
                                .query((row, number) -> new AssetId(row.getObject(1, java.util.UUID.class)))
                                .list());
        assertThat(later).hasSize(LATER_ROWS);

        for (AssetId id : later.subList(0, 20)) {
            EmbeddingVector vector = world.store().find(scope, space, id).orElseThrow();
            NearestQuery query = new NearestQuery(space, vector, TEN, AssetFilter.none(), MinimumScore.NONE, null);
            assertThat(index.nearest(scope, query, APPROXIMATE)
                            .hits()
                            .getFirst()
                            .asset()
                            .id())
                    .isEqualTo(id);
        }
    }

    @Test
    void fallsBackWhereTheIndexScanGivesUpTooEarly() {
        SimilarAssets found = world.transactions().inScope(scope, () -> {
            world.jdbc().sql("set local hnsw.max_scan_tuples = 1").update();
            return index.nearest(scope, query(new TopK(30), ROOM), APPROXIMATE);
        });

        assertThat(found.hits()).hasSize(30);
        assertThat(found.plan()).isInstanceOf(SearchPlan.Quantised.class);
    }

    @Test
    void endsItsSettingsWithTheTransaction() {
        index.nearest(scope, query(TEN, AssetFilter.none()), APPROXIMATE);

        // The same connection: the pool hands out the one used last.
        assertThat(world.jdbc()
                        .sql("select current_setting('enable_sort') || ' ' || current_setting('hnsw.ef_search') || ' '"
                                + " || current_setting('hnsw.iterative_scan')")
                        .query(String.class)
                        .single())
                .isEqualTo("on 40 off");
    }

    @Test
    void comparesVectorsWithoutAnyHnswIndex() {
        assertThat(explain(query(TEN, AssetFilter.none()), new SearchPlan.Exact()))
                .doesNotContain("hnsw")
                .contains("cmdb_asset_embeddings_");
        assertThat(explain(query(TEN, ROOM), new SearchPlan.Exact()))
                .doesNotContain("hnsw")
                .contains("location_key = ANY", "Index Cond");
    }

    @Test
    void readsCodesFromTheCoveringIndexAlone() {
        for (AssetFilter filter : List.of(AssetFilter.none(), PRODUCTION)) {
            assertThat(explain(query(TEN, filter), new SearchPlan.Quantised(400)))
                    .containsPattern(
                            "Index Only Scan using cmdb_asset_embeddings_\\w+_idx\\d* on cmdb_asset_embeddings_\\w+"
                                    + " e\n")
                    .doesNotContain("hnsw");
        }
    }

    /** Beyond the fifth execution the driver prepares a statement on the server, beyond the tenth it might be generic. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void searchesTheClientsOwnIndexHoweverOftenPrepared(int times) {
        for (AssetFilter filter : List.of(AssetFilter.none(), PRODUCTION, WAVE)) {
            NearestQuery query = query(TEN, filter);
            for (int i = 0; i < times; i++) {
                assertThat(explain(query, APPROXIMATE))
                        .contains("Index Scan using " + INDEX)
                        .contains("Order By: ((embedding)::halfvec");
            }
        }
    }

    @Test
    void foldsThePolicyIntoOneTestAScanInsteadOfOneARow() {
        assertThat(explain(query(TEN, AssetFilter.none()), APPROXIMATE)).contains("One-Time Filter");
        assertThat(explain(query(TEN, AssetFilter.none()), APPROXIMATE)).doesNotContain("Filter: (client_account_id");
    }

    private String explain(NearestQuery query, SearchPlan plan) {
        SearchSql sql = SearchSql.of(scope, query);
        SearchProfile profile = new SearchProfile(400, new HnswIndex(INDEX, 0, ROWS, 200));
        String statement = sql.statement(plan, profile, QUANTISED);
        int with = statement.indexOf("with ");
        String explained = statement.substring(0, with) + "explain (costs off) " + statement.substring(with);
        return world.transactions().inScope(scope, () -> lines(explained, sql));
    }

    private String lines(String statement, SearchSql sql) {
        return Objects.requireNonNull(statements.execute(
                statement, sql.parameters(), prepared -> MultiStatement.firstRows(prepared, SearchPlansIT::lines)));
    }

    private static String lines(ResultSet row) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (row.next()) {
            lines.append(row.getString(1)).append('\n');
        }
        return lines.toString();
    }
}

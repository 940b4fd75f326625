package io.modernize.cmdb.similarity.index.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.InMemoryEmbeddingSpaces;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexPolicy;
import io.modernize.cmdb.similarity.index.IndexPolicy.Thresholds;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.AuditRecall;
import io.modernize.cmdb.similarity.index.application.IndexBuildFailedException;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.MeasureRecall;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.similarity.index.application.SearchProfiles;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.RandomVectors;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a client account's index in the database: also when something is cut off half-way. */
@PersistenceTest
class IndexLifecycleIT {
    private static final HnswParameters PARAMETERS = new HnswParameters(8, 40);
    private static final IndexPolicy POLICY = new IndexPolicy(new Thresholds(400, 50, 0.2, 0.2), PARAMETERS);

    private final JdbcClient owner = KeptLogins.owner();
    private final JdbcClient admin = KeptLogins.admin();

    @Autowired
    private VectorIndexes indexes;

    @Autowired
    private SearchProfiles profiles;

    @Autowired
    private RecallAudits recallAudits;

    @Autowired
    private VectorSamples samples;

    @Autowired
    private EmbeddingIndex index;

    @Autowired
    private DatabaseWorld world;

    private TenantScope scope;
    private EmbeddingSpace space;
    private RandomVectors vectors;

    @BeforeEach
    void createSpace() {
        scope = world.clients().northwindScope();
        space = world.newSpace(24);
        vectors = new RandomVectors(world.catalog(), world.store());
    }

    @Test
    void anAccountIsPromotedAuditedRebuiltAndDemotedAsItGrowsAndShrinks() {
        MaintainVectorIndexes maintenance = maintenance(POLICY);
        List<AssetEmbedding> first = embed(399);
        assertThat(maintain(maintenance)).isInstanceOf(MaintenanceOutcome.Kept.class);

        embed(1);
        MaintenanceOutcome.Built grown = built(maintain(maintenance));
        assertThat(grown.reason()).isEqualTo(BuildReason.GROWN);
        assertThat(grown.index().rows()).isEqualTo(400);
        assertThat(indexNames()).containsExactly(grown.index().name());
        AuditOutcome.Audited audited = (AuditOutcome.Audited) grown.audit();
        assertThat(audited.audit().met()).isTrue();
        assertThat(recallAudits.history(scope, space, null, 10).entries()).hasSize(1);
        assertThat(Objects.requireNonNull(profiles.find(scope, space).index()).efSearch())
                .isEqualTo(audited.audit().knob());

        assertThat(maintain(maintenance)).isInstanceOf(MaintenanceOutcome.Kept.class);

        embed(81);
        MaintenanceOutcome.Built longTail = built(maintain(maintenance));
        assertThat(longTail.reason()).isEqualTo(BuildReason.LONG_TAIL);
        assertThat(longTail.index().rows()).isEqualTo(481);
        assertThat(indexNames()).containsExactly(longTail.index().name());

        delete(first.subList(0, 120));
        assertThat(built(maintain(maintenance)).reason()).isEqualTo(BuildReason.DEAD_ENTRIES);

        // Between half the border and the border, an index that exists stays.
        delete(first.subList(120, 190));
        assertThat(maintain(maintenance)).isInstanceOf(MaintenanceOutcome.Kept.class);

        delete(first.subList(190, 290));
        assertThat(maintain(maintenance)).isInstanceOf(MaintenanceOutcome.Dropped.class);
        assertThat(indexNames()).isEmpty();
        assertThat(maintain(maintenance)).isInstanceOf(MaintenanceOutcome.Kept.class);
    }

    @Test
    void anIndexOfOtherParametersIsBuiltAnew() {
        embed(400);
        built(maintain(maintenance(POLICY)));

        MaintenanceOutcome.Built other =
                built(maintain(maintenance(new IndexPolicy(POLICY.thresholds(), new HnswParameters(10, 40)))));

        assertThat(other.reason()).isEqualTo(BuildReason.OTHER_PARAMETERS);
        assertThat(definition(other.index().name())).contains("m='10'", "ef_construction='40'");
    }

    @Test
    void anIndexCoversOneClientAccountsRowsOfItsPartition() {
        embed(30);
        vectors.add(world.clients().harborScope(), world.clients().cloud(), space, 20);

        IndexState.Built built = build();

        assertThat(definition(built.name()))
                .contains("halfvec(24)", "halfvec_cosine_ops", "index_generation <= 0")
                .contains(world.clients().northwind().toString(), space.id().toString());
        assertThat(admin.sql("select reltuples::bigint from pg_class where relname = ?")
                        .param(built.name())
                        .query(Long.class)
                        .single())
                .isEqualTo(30);
    }

    @Test
    void rowsWrittenAfterABuildDoNotEnterTheGraph() {
        embed(30);
        IndexState.Built built = build();
        List<AssetEmbedding> later = embed(5);

        assertThat(generations()).containsExactly(built.generation(), built.generation() + 1);
        assertThat(nearest(later.getFirst().vector(), new SearchPlan.Approximate(built.name(), 40))
                        .getFirst()
                        .asset()
                        .id())
                .isEqualTo(later.getFirst().assetId());
    }

    /** Rows come and go, and indexes are built, replaced and dropped, while searches compare with the truth. */
    @Test
    void searchesAreRightAtEveryMomentOfAnIndexesLife() throws Exception {
        int fixed = 600;
        List<AssetEmbedding> known = embed(fixed);
        Map<String, EmbeddingVector> truth = known.stream()
                .collect(Collectors.toMap(embedding -> embedding.assetId().toString(), AssetEmbedding::vector));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger searches = new AtomicInteger();
        ConcurrentLinkedQueue<String> plans = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> searcher = executor.submit(untilStopped(stop, searches, () -> {
                Random random = new Random(searches.get());
                EmbeddingVector wanted = known.get(random.nextInt(fixed)).vector();
                var found = index.nearest(scope, query(wanted));
                plans.add(found.plan().getClass().getSimpleName());
                assertThat(found.hits()).hasSize(10);
                // Its own asset is the nearest of all, so no plan may miss it, and scores are those of the vectors.
                assertThat(found.hits().getFirst().score()).isCloseTo(1, within(2e-3));
                for (SimilarAsset hit : found.hits()) {
                    EmbeddingVector vector = truth.get(hit.asset().id().toString());
                    if (vector != null) {
                        assertThat(hit.score()).isCloseTo(wanted.cosineSimilarity(vector), within(2e-3));
                    }
                }
                return true;
            }));
            AtomicInteger writes = new AtomicInteger();
            Future<?> writer = executor.submit(untilStopped(stop, writes, () -> {
                List<AssetEmbedding> added = embed(20);
                vectors.writeAnew(scope, space, added.subList(0, 5));
                delete(added.subList(5, 12));
                return true;
            }));
            try {
                for (int round = 0; round < 3; round++) {
                    build();
                    awaitRounds(searcher, searches, 40);
                    build();
                    awaitRounds(searcher, searches, 20);
                    drop();
                    awaitRounds(searcher, searches, 20);
                }
            } finally {
                stop.set(true);
            }
            writer.get();
            searcher.get();
            assertThat(writes.get()).isPositive();
            assertThat(plans).contains("Approximate");
        }
        assertThat(indexNames()).isEmpty();
    }

    @Test
    void anInvalidLeftoverIsReplaced() throws Exception {
        embed(60);
        String name = cancelledBuild();
        assertThat(isValid(name)).isFalse();

        IndexState.Built built = build();

        assertThat(built.name()).isNotEqualTo(name);
        assertThat(indexNames()).containsExactly(built.name());
        assertThat(isValid(built.name())).isTrue();
    }

    @Test
    void anInvalidLeftoverIsDroppedWithoutABuild() throws Exception {
        embed(60);
        cancelledBuild();

        assertThat(indexes.dropLeftovers(scope)).hasValue(1);
        assertThat(indexNames()).isEmpty();
    }

    @Test
    void aValidIndexThatNoRecordNamesIsDropped() {
        embed(60);
        IndexState.Built built = build();
        // As if the process had died between the build and its record.
        world.transactions()
                .runInScope(
                        scope,
                        () -> world.jdbc()
                                .sql("update vector_indexes set index_name = null, indexed_generation = null,"
                                        + " indexed_rows = null where client_account_id = ?")
                                .param(world.clients().northwind().value())
                                .update());
        assertThat(indexNames()).containsExactly(built.name());

        assertThat(indexes.dropLeftovers(world.clients().harborScope())).hasValue(0);
        assertThat(indexes.dropLeftovers(scope)).hasValue(1);
        assertThat(indexNames()).isEmpty();
    }

    @Test
    void anIndexThatIsRecordedButLostIsForgotten() {
        embed(60);
        IndexState.Built built = build();
        // As after a dump was restored without it.
        owner.sql("drop index " + built.name()).update();

        assertThat(indexes.survey(scope, space)).isEqualTo(new IndexState(60, 60, null));
    }

    @Test
    void anIndexThatBecameInvalidIsForgottenAndDropped() {
        embed(60);
        IndexState.Built built = build();
        admin.sql("update pg_index set indisvalid = false where indexrelid = ?::regclass")
                .param(built.name())
                .update();

        assertThat(indexes.survey(scope, space).built()).isNull();
        assertThat(indexes.dropLeftovers(scope)).hasValue(1);
        assertThat(indexNames()).isEmpty();
    }

    @Test
    void theIndexOfAClientAccountThatIsGoneIsDropped() {
        embed(60);
        build();
        TenantScope gone = scope;
        owner.sql("delete from client_accounts where id = ?")
                .param(world.clients().northwind().value())
                .update();

        assertThat(indexes.health(gone, space)).isEmpty();
        assertThat(indexNames()).hasSize(1);
        assertThat(indexes.dropLeftovers(world.clients().harborScope())).hasValue(1);
        assertThat(indexNames()).isEmpty();
    }

    @Test
    void aSecondBuilderIsToldThatAnotherIsAtWork() throws Exception {
        embed(400);
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        CompletableFuture<Boolean> release = new CompletableFuture<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = executor.submit(() -> {
                try (Exclusive held =
                        indexes.tryExclusively(world.clients().harborScope()).orElseThrow()) {
                    taken.complete(held != null);
                    release.join();
                }
            });
            taken.join();
            assertThat(maintain(maintenance(POLICY))).isEqualTo(new MaintenanceOutcome.Busy());
            release.complete(true);
            first.get();
        }
        assertThat(maintain(maintenance(POLICY))).isInstanceOf(MaintenanceOutcome.Built.class);
    }

    @Test
    void aBuilderInAnotherProcessIsRespected() throws Exception {
        embed(60);
        try (Connection other = TestDatabase.shared().ownerDataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('service:vector-indexes', 0))");

            assertThat(indexes.tryExclusively(scope)).isEmpty();
            // By itself the server lets go only a moment after the connection has ended.
            statement.execute("select pg_advisory_unlock_all()");
        }
        build();
    }

    @Test
    void leavesNothingSetOnTheConnectionsThatItUsed() {
        embed(60);
        build();

        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            assertThat(held).isNotNull();
        }
        assertThat(admin.sql("select count(*) from pg_locks where locktype = 'advisory'"
                                + " and database = (select oid from pg_database where datname = current_database())")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesToBuildWithinATransaction() {
        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            assertThatThrownBy(() -> world.transactions()
                            .runInScope(scope, () -> held.build(space, PARAMETERS, BuildProgress.SILENT)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not built or dropped within a transaction");
        }
    }

    @Test
    void aBuildThatFailsLeavesThePresentIndexInUse() {
        embed(60);
        IndexState.Built present = build();
        EmbeddingSpace misdescribed = new EmbeddingSpace(
                space.id(), space.provider(), space.model(), 25, space.distance(), space.templateVersion());

        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            assertThatThrownBy(() -> held.build(misdescribed, PARAMETERS, BuildProgress.SILENT))
                    .isInstanceOf(IndexBuildFailedException.class);
        }

        assertThat(indexNames()).containsExactly(present.name());
        assertThat(indexes.survey(scope, space).built()).isEqualTo(present);
    }

    @Test
    void tellsHowFarABuildIs() throws Exception {
        embed(60);
        ConcurrentLinkedQueue<String> phases = new ConcurrentLinkedQueue<>();
        CompletableFuture<String> firstPhase = new CompletableFuture<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection writer = TestDatabase.shared().ownerDataSource().getConnection();
                Statement write = writer.createStatement()) {
            writer.setAutoCommit(false);
            // The build waits for whoever may have written to the table, and says so.
            write.execute("lock table cmdb_asset_embeddings in row exclusive mode");
            Future<?> build = executor.submit(() -> {
                try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
                    held.build(space, PARAMETERS, (phase, done, total) -> {
                        phases.add(phase);
                        firstPhase.complete(phase);
                    });
                }
            });
            Await.until("the build says how far it is, or fails", () -> firstPhase.isDone() || build.isDone());
            assertThat(firstPhase.getNow("")).isNotBlank();
            writer.rollback();
            build.get();
        }
        int reports = phases.size();
        build();

        assertThat(phases).hasSize(reports);
    }

    @Test
    void theApplicationsLoginHasNoRightToIndexes() {
        embed(10);
        IndexState.Built built = build();
        String table = owner.sql("select tablename from pg_indexes where indexname = ?")
                .param(built.name())
                .query(String.class)
                .single();

        assertThatThrownBy(() -> world.jdbc().sql("drop index " + built.name()).update())
                .rootCause()
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> world.jdbc()
                        .sql("create index on " + table + " (asset_id)")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    /** A name is made of hexadecimal digits and numbers only, whatever it is asked for. */
    @Test
    void namesAreMadeOfIdentifiersOnly() {
        assertThatThrownBy(() -> new IndexName("cmdb_hnsw_x; drop table cmdb_assets"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(IndexName.of(world.clients().northwind(), space.id(), Integer.MAX_VALUE)
                        .value())
                .hasSize(63);
    }

    private MaintainVectorIndexes maintenance(IndexPolicy policy) {
        EmbeddingSpaces spaces = new InMemoryEmbeddingSpaces(space);
        AuditRecall audits = new AuditRecall(
                spaces,
                indexes,
                profiles,
                recallAudits,
                world.transactions(),
                new MeasureRecall(
                        samples,
                        index,
                        new MeasureRecall.Settings(new KnobTuning(0.9), 10, Duration.ofMinutes(1)),
                        Clock.systemUTC()));
        return new MaintainVectorIndexes(spaces, indexes, of -> policy, audits, Clock.systemUTC());
    }

    private MaintenanceOutcome maintain(MaintainVectorIndexes maintenance) {
        return maintenance.maintain(scope, BuildProgress.SILENT).getFirst();
    }

    private static MaintenanceOutcome.Built built(MaintenanceOutcome outcome) {
        assertThat(outcome).isInstanceOf(MaintenanceOutcome.Built.class);
        return (MaintenanceOutcome.Built) outcome;
    }

    private List<AssetEmbedding> embed(int count) {
        return vectors.add(scope, world.clients().exit(), space, count);
    }

    private void delete(List<AssetEmbedding> embeddings) {
        world.transactions()
                .runInScope(
                        scope,
                        () -> world.jdbc()
                                .sql("delete from cmdb_assets where client_account_id = :client and id in (:ids)")
                                .param("client", world.clients().northwind().value())
                                .param(
                                        "ids",
                                        embeddings.stream()
                                                .map(embedding ->
                                                        embedding.assetId().value())
                                                .toList())
                                .update());
    }

    private IndexState.Built build() {
        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            return held.build(space, PARAMETERS, BuildProgress.SILENT);
        }
    }

    private void drop() {
        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            held.drop(space);
        }
    }

    /** The name of an invalid index, as a build leaves it that is cut off while it waits for another transaction. */
    private String cancelledBuild() throws Exception {
        String name = IndexName.of(world.clients().northwind(), space.id(), 77).value();
        String table = "cmdb_asset_embeddings_" + space.id().toString().replace("-", "") + "_0";
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection writer = TestDatabase.shared().ownerDataSource().getConnection();
                Connection builder = TestDatabase.shared().ownerDataSource().getConnection();
                Statement write = writer.createStatement();
                Statement build = builder.createStatement()) {
            writer.setAutoCommit(false);
            write.execute("lock table " + table + " in row exclusive mode");
            Future<?> cancelled = executor.submit(
                    () -> assertThatThrownBy(() -> build.execute("create index concurrently " + name + " on " + table
                                    + " using hnsw ((embedding::halfvec(24)) halfvec_cosine_ops)"
                                    + " where index_generation < 0"))
                            .hasMessageContaining("canceling statement due to user request"));
            awaitBuildBehind(writer, cancelled);
            build.cancel();
            cancelled.get();
            writer.rollback();
        }
        return name;
    }

    /** Until a build has made its index, still empty and invalid, and waits for the writer's transaction. */
    private void awaitBuildBehind(Connection writer, Future<?> build) throws SQLException {
        int writerPid = writer.unwrap(PGConnection.class).getBackendPID();
        Await.until(
                "a build waits for the writer",
                () -> build.isDone()
                        || admin.sql("select exists (select 1 from pg_stat_progress_create_index"
                                        + " where phase like 'waiting for writers%' and current_locker_pid = ?)")
                                .param(writerPid)
                                .query(Boolean.class)
                                .single());
    }

    private List<String> indexNames() {
        return admin.sql("select relname from pg_class where relname like ? and relkind = 'i' order by 1")
                .param("cmdb_hnsw_" + world.clients().northwind().toString().replace("-", "") + "%")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private boolean isValid(String name) {
        return admin.sql("select indisvalid from pg_index where indexrelid = ?::regclass")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    private String definition(String name) {
        return admin.sql("select pg_get_indexdef(?::regclass)")
                .param(name)
                .query(String.class)
                .single();
    }

    private List<Integer> generations() {
        return world.transactions()
                .inScope(
                        scope,
                        () -> world.jdbc()
                                .sql("select distinct index_generation from cmdb_asset_embeddings"
                                        + " where client_account_id = ? order by 1")
                                .param(world.clients().northwind().value())
                                .query(Integer.class)
                                .list());
    }

    private List<SimilarAsset> nearest(EmbeddingVector vector, SearchPlan plan) {
        return index.nearest(scope, query(vector), plan).hits();
    }

    private NearestQuery query(EmbeddingVector vector) {
        return new NearestQuery(space, vector, new TopK(10), AssetFilter.none(), MinimumScore.NONE, null);
    }

    private static Callable<Boolean> untilStopped(AtomicBoolean stop, AtomicInteger rounds, Callable<Boolean> round) {
        return () -> {
            while (!stop.get()) {
                round.call();
                rounds.incrementAndGet();
            }
            return true;
        };
    }

    /** Waits for so many more rounds of another thread, which makes no more once it has failed. */
    private static void awaitRounds(Future<?> thread, AtomicInteger rounds, int more) {
        int end = rounds.get() + more;
        Await.until(more + " more rounds", () -> rounds.get() >= end || thread.isDone());
        assertThat(rounds.get()).isGreaterThanOrEqualTo(end);
    }
}

package io.modernize.cmdb.benchmarks;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.similarity.index.application.AuditRecall;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.tenancy.TenantScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** This project's service with its own migrations. It runs in this process, and its own use cases make its indexes. */
final class OurService implements ServiceContestant {
    /** The settings of connections, as in the service's DatabaseConfiguration. */
    private static final List<String> SETTINGS =
            List.of("plan_cache_mode=force_custom_plan", "max_parallel_workers_per_gather=0", "jit=off");

    private static final String EMBEDDINGS_BYTES = """
        select coalesce(sum(pg_table_size(relid)), 0) from pg_partition_tree('cmdb_asset_embeddings') where isleaf
        """;
    private static final String INDEX_BYTES = """
        select coalesce(sum(pg_relation_size(i.indexrelid)), 0)
        from pg_partition_tree('cmdb_asset_embeddings') t
        join pg_index i on i.indrelid = t.relid
        join pg_class c on c.oid = i.indexrelid
        join pg_am a on a.oid = c.relam
        where t.isleaf and (a.amname = 'hnsw') = %s
        """;

    private final DatabaseServer server;
    private final Path project;
    private final String database;
    private final int dimensions;
    private final List<Integer> bandSizes;
    private final KnownTexts texts = new KnownTexts();
    private final ServiceTables tables;
    private @Nullable RunningService running;

    /** @param bandSizes the rows of the clients that will be searched, beside the largest */
    OurService(DatabaseServer server, Path project, String database, int dimensions, List<Integer> bandSizes) {
        this.server = server;
        this.project = project;
        this.database = database;
        this.dimensions = dimensions;
        this.bandSizes = bandSizes;
        this.tables = new ServiceTables(new ContestantDatabase(server, database));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LoadReport load(Dataset dataset) throws Exception {
        server.createDatabase(database);
        server.execute(database, Files.readString(project.resolve("scripts/roles.sql")));
        List<Integer> searched =
                Band.of(dataset, bandSizes).stream().map(Band::client).toList();
        RunningService service =
                RunningService.start(server, database, new ServiceStubModel(texts, dimensions), searched);
        running = service;
        tables.fillTenancy(dataset, searched);
        tables.writeNoTexts();
        tables.readKeys();
        tables.copyAllAssets(dataset);
        // Foreign keys are checked by a plan; made for an empty table it reads all of a client's assets for each row.
        server.execute(database, "analyze cmdb_assets");
        double copySeconds = tables.copyAllEmbeddings(dataset, service.space());
        server.execute(database, "vacuum analyze cmdb_assets", "vacuum analyze cmdb_asset_embeddings");
        double indexSeconds = 0;
        for (int client = 0; client < dataset.clients(); client++) {
            indexSeconds += maintain(service, ServiceQueries.scope(client));
        }
        // What a scheduled job does: the number of candidates to rank again follows what was measured.
        for (int client : searched) {
            service.bean(AuditRecall.class).audit(ServiceQueries.scope(client));
        }
        return new LoadReport(
                name(),
                copySeconds,
                indexSeconds,
                server.number(database, EMBEDDINGS_BYTES),
                server.number(database, INDEX_BYTES.formatted("true")),
                server.number(database, INDEX_BYTES.formatted("false")));
    }

    @Override
    public List<Searcher> searchers() {
        RunningService service = service();
        return List.of(
                new UseCaseSearcher(service.bean(FindSimilarAssets.class), texts),
                new HttpSearcher(service.address(), texts),
                new StatementSearcher(pool(), pool(), search -> statement(service, search)));
    }

    @Override
    public Writer writer() {
        return new ServiceWriter(service().bean(EmbeddingStore.class), service().space(), tables);
    }

    @Override
    public List<WriteTarget> copyTargets() throws SQLException {
        EmbeddingSpace space = service().space();
        server.execute(database, "create table bare (id uuid not null, embedding vector(" + dimensions + ") not null)");
        return List.of(
                new WriteTarget(
                        COPY_OURS,
                        new CopyWriter(
                                tables::copyAssets, (rows, vectors) -> tables.copyEmbeddings(rows, vectors, space))),
                new WriteTarget(COPY_BARE, new CopyWriter(rows -> {}, this::copyBare)));
    }

    @Override
    public RowLevelSecurity rowLevelSecurity(Band band, Selectivity selectivity, List<Search> searches)
            throws SQLException {
        Percentiles without = new Percentiles();
        Percentiles with = new Percentiles();
        List<BareStatement> statements =
                searches.stream().map(search -> statement(service(), search)).toList();
        try (Connection superuser = connect(server.administrator());
                Connection application = connect(server.application())) {
            for (int round = 0; round < 3; round++) {
                for (BareStatement statement : statements) {
                    long plain = ServerTime.of(superuser, statement, Dataset.clientId(band.client()));
                    long fenced = ServerTime.of(application, statement, Dataset.clientId(band.client()));
                    // The first ones fill caches.
                    if (round > 0) {
                        without.add(plain);
                        with.add(fenced);
                    }
                }
            }
        }
        return new RowLevelSecurity(band, selectivity, without.milliseconds(0.5), with.milliseconds(0.5));
    }

    @Override
    public void close() throws SQLException {
        RunningService service = running;
        if (service != null) {
            service.close();
        }
        server.dropDatabase(database);
    }

    /** Maintains the index and returns the seconds of a build, 0 if none was due. */
    static double maintain(RunningService service, TenantScope scope) {
        MaintenanceOutcome outcome = service.bean(MaintainVectorIndexes.class)
                .maintain(scope, BuildProgress.SILENT)
                .getFirst();
        return switch (outcome) {
            case MaintenanceOutcome.Built built -> built.took().toNanos() / 1e9;
            case MaintenanceOutcome.Kept kept -> 0;
            case MaintenanceOutcome.Dropped dropped -> 0;
            case MaintenanceOutcome.Busy() -> throw new IllegalStateException("somebody else changes indexes");
            case MaintenanceOutcome.Failed(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** The statement of the plan that the service itself chooses for this search. */
    private static BareStatement statement(RunningService service, Search search) {
        TenantScope scope = ServiceQueries.scope(search.question().client());
        NearestQuery nearest = ServiceQueries.nearest(service, search);
        EmbeddingIndex index = service.bean(EmbeddingIndex.class);
        SearchPlan plan = index.nearest(scope, nearest).plan();
        return BareStatement.of(service.sentDuring(() -> index.nearest(scope, nearest, plan)));
    }

    private void copyBare(List<Row> rows, List<float[]> vectors) throws Exception {
        try (Connection connection = server.connect(database);
                BinaryCopy copy = new BinaryCopy(connection, "bare (id, embedding)")) {
            for (int i = 0; i < rows.size(); i++) {
                copy.row(2).uuid(rows.get(i).id()).vector(vectors.get(i));
            }
            copy.finish();
        }
    }

    private HikariDataSource pool() {
        return server.pool(
                database, PeerSettings.CONNECTIONS, SETTINGS, Map.of("datatype.vector", PGvector.class.getName()));
    }

    private Connection connect(DatabaseServer.Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("options", "-c " + String.join(" -c ", SETTINGS));
        properties.setProperty("datatype.vector", PGvector.class.getName());
        return DriverManager.getConnection(server.url(database), properties);
    }

    private RunningService service() {
        RunningService service = running;
        if (service == null) {
            throw new IllegalStateException("not loaded yet");
        }
        return service;
    }
}

package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore;
import org.springframework.ai.vectorstore.pgvector.PgVectorStore.PgIndexType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Spring AI's {@code PgVectorStore} with the schema that it makes itself: one table with metadata as JSON and one HNSW
 * index. For its best configurations the table also gets a GIN index on the expression that its filters use.
 */
final class SpringAiContestant implements Contestant {
    private static final String TABLE = "vector_store";
    private static final String VECTOR_INDEX = "spring_ai_vector_index";
    /**
     * The settings for plans without a GIN index. Only bitmap scans use such an index, and nothing else here uses
     * bitmap scans.
     */
    private static final List<String> AS_IT_COMES = List.of("enable_bitmapscan=off");

    private final ContestantDatabase database;
    private final int dimensions;
    private final List<Integer> searchWidths;
    private final KnownTexts texts = new KnownTexts();

    /** @param searchWidths the values of hnsw.ef_search to try */
    SpringAiContestant(ContestantDatabase database, int dimensions, List<Integer> searchWidths) {
        this.database = database;
        this.dimensions = dimensions;
        this.searchWidths = searchWidths;
    }

    @Override
    public String name() {
        return "Spring AI";
    }

    @Override
    public LoadReport load(Dataset dataset) throws Exception {
        database.create();
        try (HikariDataSource pool = database.pool(1, List.of())) {
            store(pool, true).afterPropertiesSet();
        }
        // Its own index, but built after the load: row by row, HNSW takes ten times as long.
        database.execute("drop index " + VECTOR_INDEX);
        String columns = TABLE + " (id, content, metadata, embedding)";
        double copySeconds = Loading.copy(
                database,
                columns,
                dataset,
                (copy, row, vector) -> copy.row(4)
                        .uuid(row.id())
                        .text(row.content())
                        .text(Metadata.json(row))
                        .vector(vector));
        double indexSeconds = Loading.seconds(
                database,
                "create index " + VECTOR_INDEX + " on " + TABLE + " using hnsw (embedding vector_cosine_ops)");
        LoadReport asItComes = Loading.report(database, TABLE, name(), copySeconds, indexSeconds);
        database.execute(
                "create index vector_store_metadata on " + TABLE + " using gin ((metadata::jsonb) jsonb_path_ops)",
                "vacuum analyze " + TABLE);
        return asItComes;
    }

    @Override
    public List<Searcher> searchers() {
        List<Searcher> searchers = new ArrayList<>();
        searchers.add(searcher("Spring AI, as it comes", AS_IT_COMES));
        for (int width : searchWidths) {
            searchers.add(searcher("Spring AI, GIN and iterative scan, ef " + width, PeerSettings.iterative(width)));
        }
        return searchers;
    }

    @Override
    public Writer writer() {
        HikariDataSource pool = database.pool(2, List.of());
        return new SpringAiWriter(pool, store(pool, false), texts);
    }

    @Override
    public void close() throws Exception {
        database.drop();
    }

    private Searcher searcher(String name, List<String> settings) {
        HikariDataSource pool = database.pool(PeerSettings.CONNECTIONS, settings);
        return new SpringAiSearcher(name, pool, store(pool, false), texts);
    }

    private PgVectorStore store(HikariDataSource pool, boolean initialise) {
        return PgVectorStore.builder(new JdbcTemplate(pool), new SpringAiStubModel(texts, dimensions))
                .initializeSchema(initialise)
                .dimensions(dimensions)
                .indexType(PgIndexType.HNSW)
                .build();
    }
}

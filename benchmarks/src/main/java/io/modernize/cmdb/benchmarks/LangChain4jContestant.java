package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.langchain4j.store.embedding.pgvector.DefaultMetadataStorageConfig;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageConfig;
import dev.langchain4j.store.embedding.pgvector.MetadataStorageMode;
import dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * LangChain4j's {@code PgVectorEmbeddingStore} with the table that it makes itself. It cannot create an HNSW index, but
 * its statement can use one that was made by hand.
 */
final class LangChain4jContestant implements Contestant {
    private static final String TABLE = "embeddings";

    /** The ways to keep metadata, with their indexes. */
    enum Variant {
        /** A column for each key, with composite b-trees of client and attribute. Every search is exact. */
        COLUMNS("LangChain4j, columns and b-trees"),
        /** The same with an HNSW index. */
        COLUMNS_HNSW("LangChain4j, columns and b-trees, HNSW by hand"),
        /** One JSONB column with the GIN index of its documentation. Every search is exact. */
        JSONB("LangChain4j, JSONB and GIN");

        private final String label;

        Variant(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isColumns() {
            return this != JSONB;
        }
    }

    private final ContestantDatabase database;
    private final Variant variant;
    private final int dimensions;
    private final List<Integer> searchWidths;

    /** @param searchWidths the values of hnsw.ef_search to try, if there is such an index */
    LangChain4jContestant(ContestantDatabase database, Variant variant, int dimensions, List<Integer> searchWidths) {
        this.database = database;
        this.variant = variant;
        this.dimensions = dimensions;
        this.searchWidths = searchWidths;
    }

    @Override
    public String name() {
        return variant.label;
    }

    @Override
    public LoadReport load(Dataset dataset) throws Exception {
        database.create();
        database.execute("create extension vector");
        try (HikariDataSource pool = database.pool(1, List.of())) {
            store(pool, true);
        }
        double copySeconds = variant.isColumns() ? copyColumns(dataset) : copyJson(dataset);
        if (variant.isColumns()) {
            for (Attribute attribute : Attribute.values()) {
                database.execute("create index on %s (%s, %s)".formatted(TABLE, Metadata.CLIENT, attribute.column()));
            }
        }
        double indexSeconds = variant == Variant.COLUMNS_HNSW
                ? Loading.seconds(database, "create index on " + TABLE + " using hnsw (embedding vector_cosine_ops)")
                : 0;
        database.execute("vacuum analyze " + TABLE);
        return Loading.report(database, TABLE, name(), copySeconds, indexSeconds);
    }

    @Override
    public List<Searcher> searchers() {
        if (variant != Variant.COLUMNS_HNSW) {
            return List.of(searcher(variant.label, List.of()));
        }
        List<Searcher> searchers = new ArrayList<>();
        for (int width : searchWidths) {
            searchers.add(searcher(variant.label + ", iterative scan, ef " + width, PeerSettings.iterative(width)));
        }
        return searchers;
    }

    @Override
    public Writer writer() {
        HikariDataSource pool = database.pool(2, List.of());
        return new LangChain4jWriter(pool, store(pool, false));
    }

    @Override
    public void close() throws Exception {
        database.drop();
    }

    private Searcher searcher(String name, List<String> settings) {
        HikariDataSource pool = database.pool(PeerSettings.CONNECTIONS, settings);
        return new LangChain4jSearcher(name, pool, store(pool, false));
    }

    private PgVectorEmbeddingStore store(HikariDataSource pool, boolean create) {
        return PgVectorEmbeddingStore.datasourceBuilder()
                .datasource(pool)
                .table(TABLE)
                .dimension(dimensions)
                .createTable(create)
                // Otherwise each search begins with a statement that creates the extension if it is missing.
                .skipCreateVectorExtension(true)
                .metadataStorageConfig(variant.isColumns() ? columns() : json())
                .build();
    }

    private static MetadataStorageConfig columns() {
        List<String> definitions = Stream.concat(
                        Stream.of(Metadata.CLIENT),
                        Stream.of(Attribute.values()).map(Attribute::column))
                .map(column -> column + " text")
                .toList();
        return DefaultMetadataStorageConfig.builder()
                .storageMode(MetadataStorageMode.COLUMN_PER_KEY)
                .columnDefinitions(definitions)
                .build();
    }

    private static MetadataStorageConfig json() {
        return DefaultMetadataStorageConfig.builder()
                .storageMode(MetadataStorageMode.COMBINED_JSONB)
                .columnDefinitions(List.of("metadata jsonb null"))
                .indexes(List.of("metadata"))
                .indexType("gin")
                .build();
    }

    private double copyColumns(Dataset dataset) throws Exception {
        String columns = TABLE + " (embedding_id, embedding, text, " + Metadata.CLIENT
                + ", environment, location, support_group)";
        return Loading.copy(database, columns, dataset, (copy, row, vector) -> {
            copy.row(7)
                    .uuid(row.id())
                    .vector(vector)
                    .text(row.content())
                    .text(row.clientId().toString());
            for (Attribute attribute : Attribute.values()) {
                copy.text(row.value(attribute));
            }
        });
    }

    private double copyJson(Dataset dataset) throws Exception {
        String columns = TABLE + " (embedding_id, embedding, text, metadata)";
        return Loading.copy(
                database,
                columns,
                dataset,
                (copy, row, vector) -> copy.row(4)
                        .uuid(row.id())
                        .vector(vector)
                        .text(row.content())
                        .jsonb(Metadata.json(row)));
    }
}

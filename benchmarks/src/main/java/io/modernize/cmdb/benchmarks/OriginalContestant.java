package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The design that a first draft of such a service has: one table of {@code vector}, b-trees on client and engagement
 * (and on client with each attribute), and one HNSW index that all clients share.
 */
final class OriginalContestant implements Contestant {
    static final String NAME = "Original design";

    private static final String TABLE = "asset_embeddings";
    private static final String CREATE = """
        create table asset_embeddings (
            asset_id          uuid primary key,
            client_account_id uuid not null,
            engagement_id     uuid not null,
            content           text not null,
            environment       text not null,
            location          text not null,
            support_group     text not null,
            embedding         vector(%d) not null)
        """;

    private final ContestantDatabase database;
    private final int dimensions;
    private final List<Integer> searchWidths;

    /** @param searchWidths the values of hnsw.ef_search to try with iterative scans */
    OriginalContestant(ContestantDatabase database, int dimensions, List<Integer> searchWidths) {
        this.database = database;
        this.dimensions = dimensions;
        this.searchWidths = searchWidths;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LoadReport load(Dataset dataset) throws Exception {
        database.create();
        database.execute("create extension vector", CREATE.formatted(dimensions));
        String columns = TABLE
                + " (asset_id, client_account_id, engagement_id, content, environment, location, support_group,"
                + " embedding)";
        double copySeconds = Loading.copy(database, columns, dataset, (copy, row, vector) -> {
            copy.row(8).uuid(row.id()).uuid(row.clientId()).uuid(Dataset.engagementId(row.client()));
            copy.text(row.content());
            for (Attribute attribute : Attribute.values()) {
                copy.text(row.value(attribute));
            }
            copy.vector(vector);
        });
        database.execute(
                "create index on " + TABLE + " (client_account_id)", "create index on " + TABLE + " (engagement_id)");
        for (Attribute attribute : Attribute.values()) {
            database.execute("create index on %s (client_account_id, %s)".formatted(TABLE, attribute.column()));
        }
        double indexSeconds = Loading.seconds(
                database,
                "create index on " + TABLE
                        + " using hnsw (embedding vector_cosine_ops) with (m = 16, ef_construction = 64)");
        database.execute("vacuum analyze " + TABLE);
        return Loading.report(database, TABLE, name(), copySeconds, indexSeconds);
    }

    @Override
    public List<Searcher> searchers() {
        List<Searcher> searchers = new ArrayList<>();
        searchers.add(searcher("Original, statement reused", List.of()));
        searchers.add(searcher("Original, custom plans", List.of(PeerSettings.CUSTOM_PLANS)));
        for (int width : searchWidths) {
            searchers.add(
                    searcher("Original, custom plans, iterative scan, ef " + width, PeerSettings.iterative(width)));
        }
        return searchers;
    }

    @Override
    public Writer writer() {
        return new OriginalWriter(database.pool(2, List.of()));
    }

    @Override
    public void close() throws Exception {
        database.drop();
    }

    private Searcher searcher(String name, List<String> settings) {
        HikariDataSource pool = database.pool(PeerSettings.CONNECTIONS, settings);
        return new OriginalSearcher(name, pool);
    }
}

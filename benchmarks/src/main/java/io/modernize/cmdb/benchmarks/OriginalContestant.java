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

    private final DatabaseServer server;
    private final String database;
    private final int dimensions;
    private final List<Integer> searchWidths;

    /** @param searchWidths the values of hnsw.ef_search to try with iterative scans */
    OriginalContestant(DatabaseServer server, String database, int dimensions, List<Integer> searchWidths) {
        this.server = server;
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
        server.createDatabase(database);
        server.execute(database, "create extension vector", CREATE.formatted(dimensions));
        String columns = TABLE
                + " (asset_id, client_account_id, engagement_id, content, environment, location, support_group,"
                + " embedding)";
        double copySeconds = Loading.copy(server, database, columns, dataset, (copy, row, vector) -> {
            copy.row(8).uuid(row.id()).uuid(row.clientId()).uuid(Dataset.engagementId(row.client()));
            copy.text(row.content());
            for (Attribute attribute : Attribute.values()) {
                copy.text(row.value(attribute));
            }
            copy.vector(vector);
        });
        server.execute(
                database,
                "create index on " + TABLE + " (client_account_id)",
                "create index on " + TABLE + " (engagement_id)");
        for (Attribute attribute : Attribute.values()) {
            server.execute(database, "create index on %s (client_account_id, %s)".formatted(TABLE, attribute.column()));
        }
        double indexSeconds = Loading.seconds(
                server,
                database,
                "create index on " + TABLE
                        + " using hnsw (embedding vector_cosine_ops) with (m = 16, ef_construction = 64)");
        server.execute(database, "vacuum analyze " + TABLE);
        return Loading.report(server, database, TABLE, name(), copySeconds, indexSeconds);
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
        return new OriginalWriter(server.pool(database, 2, List.of()));
    }

    @Override
    public void close() throws Exception {
        server.dropDatabase(database);
    }

    private Searcher searcher(String name, List<String> settings) {
        HikariDataSource pool = server.pool(database, PeerSettings.CONNECTIONS, settings);
        return new OriginalSearcher(name, pool);
    }
}

package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills the service's tables by COPY as a superuser. */
final class ServiceTables {
    private static final String EMBEDDINGS = """
        cmdb_asset_embeddings (client_account_id, engagement_id, asset_id, embedding_space_id, dimensions, ci_class_key,
            environment_key, location_key, support_group_key, content_hash, embedding)\
        """;
    private static final String ASSETS = """
        cmdb_assets (client_account_id, id, engagement_id, source_system, external_key, name, ci_class, description,
            environment, location, support_group, content_hash, row_hash)\
        """;
    private static final String CI_CLASS = "cmdb_ci_linux_server";

    private final ContestantDatabase database;
    /** The keys that filters compare: one for each text, made by the database. */
    private final Map<String, Long> keys = new HashMap<>();

    ServiceTables(ContestantDatabase database) {
        this.database = database;
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    /** A hash that stands for the asset's content. It only has to be equal in both tables. */
    static ContentHash hash(Row row) {
        return ContentHash.ofBytes(
                ByteBuffer.allocate(32).putInt(0, row.number()).array());
    }

    /** @param members the clients that an identity of {@link RunningService} is a member of */
    void fillTenancy(Dataset dataset, List<Integer> members) throws SQLException, IOException {
        try (Connection connection = connect()) {
            try (BinaryCopy copy = new BinaryCopy(connection, "client_accounts (id, slug, name)")) {
                for (int client = 0; client < dataset.clients(); client++) {
                    copy.row(3)
                            .uuid(Dataset.clientId(client))
                            .text(RunningService.slug(client))
                            .text("Client " + client);
                }
                copy.finish();
            }
            try (BinaryCopy copy = new BinaryCopy(connection, "engagements (client_account_id, id, slug, name)")) {
                for (int client = 0; client < dataset.clients(); client++) {
                    copy.row(4)
                            .uuid(Dataset.clientId(client))
                            .uuid(Dataset.engagementId(client))
                            .text("migration")
                            .text("Migration");
                }
                copy.finish();
            }
            try (PreparedStatement statement = connection.prepareStatement("""
                insert into memberships
                    (client_account_id, id, directory_tenant_id, object_id, role, all_engagements)
                values (?, ?, ?, ?, 'AGENT', true)
                """)) {
                for (int client : members) {
                    statement.setObject(1, Dataset.clientId(client));
                    statement.setObject(2, Dataset.engagementId(client));
                    statement.setObject(3, RunningService.DIRECTORY);
                    statement.setObject(4, Dataset.clientId(client));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /**
     * Switches the writing of texts off. Searches by vectors alone need no words, and writing them takes longer than
     * the assets themselves.
     */
    void writeNoTexts() throws SQLException {
        database.execute(
                "alter table cmdb_assets disable trigger write_texts_of_new",
                "alter table cmdb_assets disable trigger write_texts_of_changed");
    }

    void readKeys() throws SQLException {
        List<String> texts = Stream.concat(
                        Stream.of(CI_CLASS),
                        Stream.of(Attribute.values())
                                .flatMap(attribute -> IntStream.range(0, attribute.cardinality())
                                        .mapToObj(attribute::value)))
                .toList();
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("select value, filter_key(value) from unnest(?) as value")) {
            Array array = connection.createArrayOf("text", texts.toArray());
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
    }

    void copyAssets(List<Row> rows) throws SQLException, IOException {
        try (Connection connection = connect();
                BinaryCopy copy = new BinaryCopy(connection, ASSETS)) {
            for (Row row : rows) {
                writeAsset(copy, row);
            }
            copy.finish();
        }
    }

    void copyAllAssets(Dataset dataset) throws SQLException, IOException {
        try (Connection connection = connect();
                BinaryCopy copy = new BinaryCopy(connection, ASSETS)) {
            for (int number = 0; number < dataset.rows(); number++) {
                writeAsset(copy, dataset.row(number));
            }
            copy.finish();
        }
    }

    /** Copies the embeddings and returns the seconds. */
    double copyAllEmbeddings(Dataset dataset, EmbeddingSpace space) throws Exception {
        return Loading.copy(
                database,
                EMBEDDINGS,
                dataset,
                (copy, row, vector) ->
                        writeEmbedding(copy, row, vector, space.id().value()));
    }

    void copyEmbeddings(List<Row> rows, List<float[]> vectors, EmbeddingSpace space) throws SQLException, IOException {
        try (Connection connection = connect();
                BinaryCopy copy = new BinaryCopy(connection, EMBEDDINGS)) {
            for (int i = 0; i < rows.size(); i++) {
                writeEmbedding(copy, rows.get(i), vectors.get(i), space.id().value());
            }
            copy.finish();
        }
    }

    private static void writeAsset(BinaryCopy copy, Row row) throws IOException, SQLException {
        byte[] hash = hash(row).bytes();
        copy.row(13)
                .uuid(row.clientId())
                .uuid(row.id())
                .uuid(Dataset.engagementId(row.client()))
                .text("benchmark")
                .text(row.name())
                .text(row.name())
                .text(CI_CLASS)
                .text(row.content())
                .text(row.value(Attribute.ENVIRONMENT))
                .text(row.value(Attribute.LOCATION))
                .text(row.value(Attribute.SUPPORT_GROUP))
                .bytes(hash)
                .bytes(hash);
    }

    private void writeEmbedding(BinaryCopy copy, Row row, float[] vector, UUID space) throws IOException, SQLException {
        copy.row(11)
                .uuid(row.clientId())
                .uuid(Dataset.engagementId(row.client()))
                .uuid(row.id())
                .uuid(space)
                .integer(vector.length)
                .bigint(key(CI_CLASS))
                .bigint(key(row.value(Attribute.ENVIRONMENT)))
                .bigint(key(row.value(Attribute.LOCATION)))
                .bigint(key(row.value(Attribute.SUPPORT_GROUP)))
                .bytes(hash(row).bytes())
                .halfvec(vector);
    }

    private long key(String text) {
        Long key = keys.get(text);
        if (key == null) {
            throw new IllegalStateException("no key was read for \"" + text + "\"");
        }
        return key;
    }
}

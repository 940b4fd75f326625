package io.modernize.cmdb.benchmarks;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes with a JDBC batch in a transaction. */
record OriginalWriter(HikariDataSource pool) implements Writer {
    private static final String SAVE = """
        insert into asset_embeddings
            (asset_id, client_account_id, engagement_id, content, environment, location, support_group, embedding)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (asset_id) do update set embedding = excluded.embedding
        """;
    private static final String DELETE = "delete from asset_embeddings where asset_id = ?";

    @Override
    public void save(List<Row> rows, List<float[]> vectors) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SAVE)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                statement.setObject(1, row.id());
                statement.setObject(2, row.clientId());
                statement.setObject(3, Dataset.engagementId(row.client()));
                statement.setString(4, row.content());
                statement.setString(5, row.value(Attribute.ENVIRONMENT));
                statement.setString(6, row.value(Attribute.LOCATION));
                statement.setString(7, row.value(Attribute.SUPPORT_GROUP));
                statement.setObject(8, new PGvector(vectors.get(i)));
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    @Override
    public void delete(List<Row> rows) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(DELETE)) {
            connection.setAutoCommit(false);
            for (Row row : rows) {
                statement.setObject(1, row.id());
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

package io.modernize.cmdb.benchmarks;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Searches with one prepared statement on a pooled connection. The driver keeps it prepared on the server. */
record OriginalSearcher(String name, HikariDataSource pool) implements Searcher {
    private static final String QUERY = """
        select asset_id, content, environment, location, support_group, 1 - (embedding <=> ?) as score
        from asset_embeddings
        where client_account_id = ? and engagement_id = ?%s
        order by embedding <=> ?
        limit ?
        """;

    @Override
    public List<UUID> search(Search search) throws SQLException {
        Question question = search.question();
        String condition = search.condition()
                .map(wanted -> " and " + wanted.attribute().column() + " = ?")
                .orElse("");
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY.formatted(condition))) {
            PGvector vector = new PGvector(question.vector());
            int next = 1;
            statement.setObject(next++, vector);
            statement.setObject(next++, Dataset.clientId(question.client()));
            statement.setObject(next++, Dataset.engagementId(question.client()));
            if (search.condition().isPresent()) {
                statement.setString(next++, search.condition().get().value());
            }
            statement.setObject(next++, vector);
            statement.setInt(next, search.topK());
            List<UUID> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                    rows.getString(2);
                    rows.getString(3);
                    rows.getString(4);
                    rows.getString(5);
                    rows.getDouble(6);
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

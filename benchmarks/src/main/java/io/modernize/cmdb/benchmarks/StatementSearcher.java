package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Runs the statement of each search's plan as a superuser, to whom row-level security does not apply. There is no
 * survey, no transaction, and no object is made of the rows. It is the lower limit of the service's time.
 */
final class StatementSearcher implements Searcher {
    private final HikariDataSource pool;
    private final HikariDataSource poolWithSettings;
    private final Function<Search, BareStatement> statements;
    private final Map<Search, BareStatement> prepared = new ConcurrentHashMap<>();

    /**
     * @param pool the pool for statements without settings
     * @param poolWithSettings the pool for the others, whose settings stay with the connection
     */
    StatementSearcher(
            HikariDataSource pool, HikariDataSource poolWithSettings, Function<Search, BareStatement> statements) {
        this.pool = pool;
        this.poolWithSettings = poolWithSettings;
        this.statements = statements;
    }

    @Override
    public String name() {
        return ServiceContestant.STATEMENT;
    }

    @Override
    public void prepare(List<Search> searches) {
        searches.forEach(search -> prepared.put(search, statements.apply(search)));
    }

    @Override
    public List<UUID> search(Search search) throws SQLException {
        BareStatement bare = prepared.get(search);
        if (bare == null) {
            throw new IllegalStateException("not prepared for " + search);
        }
        try (Connection connection = (bare.settings().isEmpty() ? pool : poolWithSettings).getConnection();
                PreparedStatement statement = connection.prepareStatement(bare.settings() + bare.query())) {
            bare.bind(statement);
            boolean hasRows = statement.execute();
            while (!hasRows) {
                hasRows = statement.getMoreResults();
            }
            List<UUID> found = new ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    found.add(rows.getObject("id", UUID.class));
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        pool.close();
        poolWithSettings.close();
    }
}

package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database that one contestant has for itself. The methods connect as the administrator. */
record ContestantDatabase(DatabaseServer server, String name) {
    /** Makes it, empty. */
    void create() throws SQLException {
        server.createDatabase(name);
    }

    void drop() throws SQLException {
        server.dropDatabase(name);
    }

    void execute(String... statements) throws SQLException {
        server.execute(name, statements);
    }

    /** The single number that a query returns. */
    long number(String query) throws SQLException {
        return server.number(name, query);
    }

    Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** @param settings server settings of each connection, {@code name=value} */
    HikariDataSource pool(int connections, List<String> settings) {
        return server.pool(name, connections, settings);
    }
}

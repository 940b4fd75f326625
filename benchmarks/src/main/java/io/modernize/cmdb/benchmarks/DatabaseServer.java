package io.modernize.cmdb.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server and its logins.
 *
 * @param address host and port
 * @param administrator a superuser
 * @param owner the login that migrates the service's schema
 * @param application the login that serves the service's requests
 */
public record DatabaseServer(String address, Login administrator, Login owner, Login application) {

    record Login(String user, String password) {}

    String url(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), administrator.user(), administrator.password());
    }

    /** A new and empty database, owned by the administrator. */
    void createDatabase(String name) throws SQLException {
        execute("postgres", "create database " + name + " template template0 encoding 'UTF8'");
    }

    void dropDatabase(String name) throws SQLException {
        execute("postgres", "drop database if exists " + name + " with (force)");
    }

    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The single number that a query returns. */
    long number(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * A pool of administrator connections.
     *
     * @param settings server settings of each connection, {@code name=value}
     */
    HikariDataSource pool(String database, int connections, List<String> settings) {
        return pool(database, connections, settings, Map.of());
    }

    /** @param driver the driver's own properties */
    HikariDataSource pool(String database, int connections, List<String> settings, Map<String, String> driver) {
        HikariConfig config = new HikariConfig();
        driver.forEach(config::addDataSourceProperty);
        config.setJdbcUrl(url(database));
        config.setUsername(administrator.user());
        config.setPassword(administrator.password());
        config.setMaximumPoolSize(connections);
        if (!settings.isEmpty()) {
            config.addDataSourceProperty("options", "-c " + String.join(" -c ", settings));
        }
        return new HikariDataSource(config);
    }
}

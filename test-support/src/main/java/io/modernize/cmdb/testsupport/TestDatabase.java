package io.modernize.cmdb.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database with pgvector and with the application's two roles, made by the same {@code scripts/roles.sql} that
 * is used in production: tests run against real row-level security, as the real logins.
 *
 * <p>Where the server comes from is decided once per JVM, see {@link TestServer}. A database that cannot be had is an
 * exception, never a skipped test.
 */
public final class TestDatabase {

    private static @Nullable TestDatabase shared;
    private static @Nullable RuntimeException failure;

    private final TestServer server;
    private final String jdbcUrl;
    private final TestServer.Login owner;
    private final TestServer.Login application;

    private TestDatabase(TestServer server, String name, TestServer.Login owner, TestServer.Login application) {
        this.server = server;
        this.jdbcUrl = server.urlOf(name);
        this.owner = owner;
        this.application = application;
    }

    /** The database that the tests of this JVM share. */
    public static synchronized TestDatabase shared() {
        if (failure != null) {
            // Once is enough: every further test would wait for the same failure again.
            throw new IllegalStateException("No database for the tests: " + failure.getMessage(), failure);
        }
        TestDatabase existing = shared;
        if (existing != null) {
            return existing;
        }
        try {
            TestDatabase created = create(TestServer.provide());
            shared = created;
            return created;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** A further database on the same server, empty and with roles of its own. */
    public TestDatabase createFresh() {
        return create(server);
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String ownerUser() {
        return owner.user();
    }

    public String ownerPassword() {
        return owner.password();
    }

    public String applicationUser() {
        return application.user();
    }

    public String applicationPassword() {
        return application.password();
    }

    /** Connections, not pooled, as the role that migrates and owns the tables. */
    public DataSource ownerDataSource() {
        return dataSource(jdbcUrl, owner);
    }

    /** Connections, not pooled, as the role that is subject to row-level security. */
    public DataSource applicationDataSource() {
        return dataSource(jdbcUrl, application);
    }

    /**
     * Connections, not pooled, to this database as the role that made it: a superuser, except on a server named by
     * {@code CMDB_DB_URL}, where it is whoever was named.
     */
    public DataSource adminDataSource() {
        return dataSource(jdbcUrl, server.admin());
    }

    /** The application's settings for this database. */
    public Map<String, String> properties() {
        return Map.of(
                "cmdb.database.url", jdbcUrl,
                "cmdb.database.owner.username", owner.user(),
                "cmdb.database.owner.password", owner.password(),
                "cmdb.database.application.username", application.user(),
                "cmdb.database.application.password", application.password());
    }

    static TestDatabase create(TestServer server) {
        String suffix = randomHex(6);
        String name = "cmdb_test_" + suffix;
        // Roles belong to the server, not to the database: two runs on one server need two pairs.
        TestServer.GivenRoles given = server.givenRoles();
        TestServer.Login owner =
                given != null ? given.owner() : new TestServer.Login("cmdb_owner_" + suffix, randomHex(24));
        TestServer.Login application =
                given != null ? given.application() : new TestServer.Login("cmdb_app_" + suffix, randomHex(24));
        TestDatabase database = new TestDatabase(server, name, owner, application);

        try (Connection connection =
                        dataSource(server.adminUrl(), server.admin()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Cannot create a database as " + server.admin().user() + " at " + server.adminUrl(), e);
        }
        if (server.outlivesThisRun()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> database.drop(name, given == null), "drop-" + name));
        }
        try (Connection connection = database.adminDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            set(connection, "cmdb.owner_role", owner.user());
            set(connection, "cmdb.application_role", application.user());
            statement.execute(Files.readString(server.projectRoot().resolve("scripts/roles.sql")));
            if (given == null) {
                statement.execute("alter role " + owner.user() + " password '" + owner.password() + "'");
                statement.execute("alter role " + application.user() + " password '" + application.password() + "'");
            }
            requireWorkingLogins(database);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Cannot run scripts/roles.sql in " + database.jdbcUrl, e);
        }
        return database;
    }

    private static void requireWorkingLogins(TestDatabase database) throws SQLException {
        for (DataSource login : new DataSource[] {database.ownerDataSource(), database.applicationDataSource()}) {
            try (Connection connection = login.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select '[1,2,3]'::vector")) {
                result.next();
            }
        }
    }

    private void drop(String name, boolean rolesToo) {
        try (Connection connection =
                        dataSource(server.adminUrl(), server.admin()).getConnection();
                Statement statement = connection.createStatement()) {
            // Pools of application contexts may still be open: other shutdown hooks run at the same time.
            statement.execute("drop database if exists " + name + " with (force)");
            if (rolesToo) {
                statement.execute("drop role if exists " + owner.user() + ", " + application.user());
            }
        } catch (SQLException e) {
            System.err.println("Could not drop the test database " + name + ": " + e.getMessage());
        }
    }

    private static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, false)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }

    static DataSource dataSource(String url, TestServer.Login login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}

package io.modernize.cmdb.testsupport;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with pgvector and with the application's two roles, made by the same {@code scripts/roles.sql} that is used
 * in production: tests run against real row-level security, as the real logins.
 *
 * <p>Most tests want the application's schema. It is migrated once for each server; {@link #createMigrated} copies it,
 * which takes a tenth of the time.
 *
 * <p>Where the server comes from is decided once per JVM, see {@link TestServer}. A database that cannot be had is an
 * exception, never a skipped test.
 */
public final class TestDatabase {

    /** SQLSTATE of dropping a role that still owns something. */
    private static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";

    private static @Nullable TestDatabase shared;
    private static @Nullable RuntimeException failure;

    private final TestServer server;
    private final String name;
    private final String jdbcUrl;
    private final TestServer.Login owner;
    private final TestServer.Login application;
    private @Nullable TestDatabase template;

    private TestDatabase(TestServer server, String name, TestServer.Login owner, TestServer.Login application) {
        this.server = server;
        this.name = name;
        this.jdbcUrl = server.urlOf(name);
        this.owner = owner;
        this.application = application;
    }

    /** The database that the tests of this JVM share, with the application's schema. */
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
            TestDatabase created = create(TestServer.provide()).createMigrated();
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

    /** Whether tests use a server that {@code scripts/database} starts, and neither a given server nor a container. */
    public synchronized TestDatabase createMigrated() {
        TestDatabase original = template;
        if (original == null) {
            original = createFresh().migrate();
            template = original;
        }
        TestDatabase copy = create(server, original.owner, original.application, original.name);
        copy.template = original;
        return copy;
    }

    /** Brings the schema up to date with the migrations on the class path, as the application does when it starts. */
    public TestDatabase migrate() {
        return migrate("latest");
    }

    /**
     * The same, up to a version.
     *
     * @param version of a migration, such as 9, or {@code latest}
     */
    public TestDatabase migrate(String version) {
        Flyway.configure()
                .dataSource(ownerDataSource())
                .placeholders(Map.of("owner", owner.user(), "application", application.user()))
                .target(version)
                .load()
                .migrate();
        return this;
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
     * Connections, not pooled, to this database as the role that made it. This is a superuser, except on a server named
     * by {@code CMDB_DB_URL}, where it is the role of that address.
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
        // Roles belong to the server, not to the database: two runs on one server need two pairs.
        TestServer.GivenRoles given = server.givenRoles();
        String suffix = randomHex(6);
        return given != null
                ? create(server, given.owner(), given.application(), "template0")
                : create(
                        server,
                        new TestServer.Login("cmdb_owner_" + suffix, randomHex(24)),
                        new TestServer.Login("cmdb_app_" + suffix, randomHex(24)),
                        "template0");
    }

    private static TestDatabase create(
            TestServer server, TestServer.Login owner, TestServer.Login application, String template) {
        String name = "cmdb_test_" + randomHex(6);
        TestDatabase database = new TestDatabase(server, name, owner, application);
        boolean ownRoles = server.givenRoles() == null;
        try (Connection connection =
                        dataSource(server.adminUrl(), server.admin()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template + " encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Cannot create a database as " + server.admin().user() + " at " + server.adminUrl(), e);
        }
        if (server.outlivesThisRun()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> database.drop(ownRoles), "drop-" + name));
        }
        try {
            TestRoles.make(database.adminDataSource(), server, owner, application);
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

    private void drop(boolean rolesToo) {
        // One after the other: of several databases with the same roles, the last to go takes the roles along.
        synchronized (TestDatabase.class) {
            try (Connection connection =
                            dataSource(server.adminUrl(), server.admin()).getConnection();
                    Statement statement = connection.createStatement()) {
                // Pools of application contexts may still be open: other shutdown hooks run at the same time.
                statement.execute("drop database if exists " + name + " with (force)");
                if (rolesToo) {
                    statement.execute("drop role if exists " + owner.user() + ", " + application.user());
                }
            } catch (SQLException e) {
                if (!DEPENDENT_OBJECTS_STILL_EXIST.equals(e.getSQLState())) {
                    System.err.println("Could not drop the test database " + name + ": " + e.getMessage());
                }
            }
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

package io.modernize.cmdb.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL server that test databases are created on:
 *
 * <ol>
 *   <li>the one named by {@code CMDB_DB_URL}, with {@code CMDB_DB_ADMIN_USER} and {@code CMDB_DB_ADMIN_PASSWORD}, or
 *       without them as {@code CMDB_DB_OWNER_USER}, if that one may create databases;
 *   <li>a container, when a Docker engine is available;
 *   <li>a temporary one of this machine's, by {@code scripts/database}.
 * </ol>
 *
 * @param adminUrl the URL of a database that exists, to create others from
 * @param givenRoles the roles to use, where none may be created
 * @param outlivesThisRun whether what is created on it has to be dropped again
 */
record TestServer(
        String adminUrl, Login admin, @Nullable GivenRoles givenRoles, boolean outlivesThisRun, Path projectRoot) {

    record Login(String user, String password) {}

    record GivenRoles(Login owner, Login application) {}

    /** The scheme and the host if there is one, then the database, then the parameters. */
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/?)?)([^?]*)((?:\\?.*)?)");

    String urlOf(String database) {
        Matcher matcher = URL.matcher(adminUrl);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a JDBC URL of PostgreSQL: " + adminUrl);
        }
        String start = matcher.group(1);
        String slash = start.contains("//") && !start.endsWith("/") ? "/" : "";
        return start + slash + database + matcher.group(3);
    }

    static TestServer provide() {
        Path root = findProjectRoot();
        Map<String, String> environment = System.getenv();
        if (isGiven(environment)) {
            return given(environment, root);
        }
        TestServer own = isDockerAvailable(environment) ? container(root) : ScriptedServer.start(root);
        own.simplifySignIn();
        return own;
    }

    /**
     * Gives the login's role its password. A server that was given may have rules for passwords, so it is told it; of the
     * tests' own it stores what {@link ScramSecret} says.
     */
    void storePassword(Statement statement, Login login) throws SQLException {
        String stored = outlivesThisRun ? login.password() : ScramSecret.of(login.password());
        statement.execute("alter role " + login.user() + " password '" + stored + "'");
    }

    /** The password remains, see {@link ScramSecret}. */
    private void simplifySignIn() {
        try (Connection connection = TestDatabase.dataSource(adminUrl, admin).getConnection();
                Statement statement = connection.createStatement()) {
            storePassword(statement, admin);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot set the password of " + admin.user() + " at " + adminUrl, e);
        }
    }

    /** Whether tests use a server that {@code scripts/database} starts: none that is given, and no container. */
    static boolean isOfThisMachine() {
        Map<String, String> environment = System.getenv();
        return !isGiven(environment) && !isDockerAvailable(environment);
    }

    static Path findProjectRoot() {
        return projectRootAbove(Path.of("").toAbsolutePath());
    }

    private static boolean isGiven(Map<String, String> environment) {
        return !environment.getOrDefault("CMDB_DB_URL", "").isBlank();
    }

    private static boolean isDockerAvailable(Map<String, String> environment) {
        return hasSignOfDocker(environment) && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Testcontainers reports the lack of Docker at length, as errors: it is asked only where there may be one. */
    private static boolean hasSignOfDocker(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home", "/"));
        return !environment.getOrDefault("DOCKER_HOST", "").isBlank()
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(home.resolve(".docker/run/docker.sock"))
                || Files.exists(home.resolve(".docker/desktop/docker.sock"))
                || Files.exists(home.resolve(".testcontainers.properties"))
                || Files.exists(Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"));
    }

    static TestServer given(Map<String, String> environment, Path root) {
        String url = required(environment, "CMDB_DB_URL");
        String adminUser = environment.getOrDefault("CMDB_DB_ADMIN_USER", "");
        if (!adminUser.isBlank()) {
            Login admin = new Login(adminUser, required(environment, "CMDB_DB_ADMIN_PASSWORD"));
            return new TestServer(url, admin, null, true, root);
        }
        Login owner =
                new Login(required(environment, "CMDB_DB_OWNER_USER"), required(environment, "CMDB_DB_OWNER_PASSWORD"));
        try (Connection connection = TestDatabase.dataSource(url, owner).getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select rolsuper or rolcreatedb, rolsuper or rolcreaterole"
                        + " from pg_roles where rolname = current_user")) {
            result.next();
            if (!result.getBoolean(1)) {
                throw new IllegalStateException("The tests need databases of their own at " + url + ", and "
                        + owner.user() + " may not create any. Set CMDB_DB_ADMIN_USER and CMDB_DB_ADMIN_PASSWORD to a"
                        + " login that may, or unset CMDB_DB_URL");
            }
            if (result.getBoolean(2)) {
                return new TestServer(url, owner, null, true, root);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to CMDB_DB_URL " + url + " as " + owner.user(), e);
        }
        // It may create databases, but no roles: the two that are named serve all databases of the run.
        Login application =
                new Login(required(environment, "CMDB_DB_APP_USER"), required(environment, "CMDB_DB_APP_PASSWORD"));
        return new TestServer(url, owner, new GivenRoles(owner, application), true, root);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("CMDB_DB_URL is set, but " + name + " is not");
        }
        return value;
    }

    // Never closed here: Testcontainers removes it when this JVM is gone, however it went.
    @SuppressWarnings("resource")
    private static TestServer container(Path root) {
        PostgreSQLContainer container = new PostgreSQLContainer(image(root))
                .withDatabaseName("postgres")
                .withUsername("cmdb_admin")
                .withPassword(TestDatabase.randomHex(24))
                // Parallel HNSW builds keep the graph in shared memory; Docker's default is 64 MB.
                .withSharedMemorySize(512L * 1024 * 1024);
        List<String> command = List.of(
                "postgres",
                "-cshared_buffers=256MB",
                "-cmaintenance_work_mem=256MB",
                "-cmax_connections=300",
                "-ctimezone=UTC",
                "-cfsync=off",
                "-csynchronous_commit=off",
                "-cfull_page_writes=off");
        container.setCommand(command.toArray(String[]::new));
        container.start();
        return new TestServer(
                container.getJdbcUrl(), new Login(container.getUsername(), container.getPassword()), null, false, root);
    }

    /** The image is named in one place, compose.yaml. */
    private static DockerImageName image(Path root) {
        try {
            for (String line : Files.readAllLines(root.resolve("compose.yaml"))) {
                String stripped = line.strip();
                if (stripped.startsWith("image:") && stripped.contains("pgvector")) {
                    return DockerImageName.parse(
                                    stripped.substring("image:".length()).strip())
                            .asCompatibleSubstituteFor("postgres");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read compose.yaml in " + root, e);
        }
        throw new IllegalStateException("No pgvector image in " + root.resolve("compose.yaml"));
    }

    private static Path projectRootAbove(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("scripts/database"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Neither " + start + " nor a folder above it has scripts/database: run the"
                + " tests with the project, or one of its modules, as the working directory");
    }
}

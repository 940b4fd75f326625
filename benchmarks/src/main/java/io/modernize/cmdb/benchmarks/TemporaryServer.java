package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.DatabaseServer.Login;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server of the benchmark's own. {@code scripts/database} starts it, with the same settings for every system, and its
 * data are deleted afterwards.
 */
final class TemporaryServer implements AutoCloseable {
    private static final long MEGABYTE = 1L << 20;
    private static final long LARGEST_SHARED_BUFFERS = 6_144;
    private static final long LARGEST_MAINTENANCE_MEMORY = 2_048;

    private final Path script;
    private final Path folder;
    private @Nullable Process attached;
    private @Nullable Path serverFolder;

    private TemporaryServer(Path script, Path folder) {
        this.script = script;
        this.folder = folder;
    }

    /** A server that has not been started yet. */
    static TemporaryServer in(Path project, Path folder) {
        return new TemporaryServer(project.resolve("scripts/database"), folder);
    }

    /** Starts it twice. Some of the settings need a restart, and may be changed only if there is a server. */
    DatabaseServer start() throws IOException, InterruptedException, SQLException {
        Process first = new ProcessBuilder(command("start"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        first.getOutputStream().close();
        Map<String, String> values = read(first);
        if (first.waitFor() != 0) {
            throw new IOException("scripts/database start failed");
        }
        tune(values);
        run("stop");
        Process second = new ProcessBuilder(command("attach"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        attached = second;
        values = read(second);
        if (!values.containsKey("READY")) {
            throw new IOException("scripts/database attach failed");
        }
        String url = value(values, "CMDB_DB_URL");
        String address = url.substring("jdbc:postgresql://".length(), url.lastIndexOf('/'));
        return new DatabaseServer(address, login(values, "ADMIN"), login(values, "OWNER"), login(values, "APP"));
    }

    @Override
    public void close() {
        try {
            Process process = attached;
            if (process != null) {
                process.getOutputStream().close();
                if (!process.waitFor(5, TimeUnit.MINUTES)) {
                    process.destroy();
                    process.waitFor();
                }
            }
            delete(folder);
            Path server = serverFolder;
            if (server != null) {
                delete(server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tune(Map<String, String> values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        value(values, "CMDB_DB_URL"),
                        value(values, "CMDB_DB_ADMIN_USER"),
                        value(values, "CMDB_DB_ADMIN_PASSWORD"));
                Statement statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("show data_directory")) {
                rows.next();
                serverFolder = Path.of(rows.getString(1)).toAbsolutePath().getParent();
            }
            for (String setting : settings()) {
                statement.execute("alter system set " + setting);
            }
        }
    }

    /**
     * The settings: a quarter of the memory for shared buffers, and no waiting for the disk, because its speed is
     * nobody's merit.
     */
    static List<String> settings() {
        return List.of(
                "shared_buffers = '" + Math.min(memory() / MEGABYTE / 4, LARGEST_SHARED_BUFFERS) + "MB'",
                "effective_cache_size = '" + memory() / MEGABYTE * 3 / 4 + "MB'",
                "maintenance_work_mem = '" + maintenanceMegabytes() + "MB'",
                "work_mem = '64MB'",
                "max_wal_size = '8GB'",
                "random_page_cost = 1.1",
                "max_connections = 300",
                "fsync = off",
                "synchronous_commit = off",
                "full_page_writes = off",
                "log_checkpoints = off");
    }

    static long maintenanceMegabytes() {
        return Math.min(memory() / MEGABYTE / 8, LARGEST_MAINTENANCE_MEMORY);
    }

    private static long memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    private void run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(command)).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("scripts/database " + command + " failed");
        }
    }

    private List<String> command(String command) {
        return List.of(script.toString(), command, "--local", "--data", folder.toString());
    }

    private static Map<String, String> read(Process process) throws IOException {
        Map<String, String> values = new HashMap<>();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int sign = line.indexOf('=');
            if (sign > 0) {
                values.put(line.substring(0, sign), line.substring(sign + 1));
            }
            if (line.equals("READY=1")) {
                break;
            }
        }
        return values;
    }

    private static Login login(Map<String, String> values, String role) {
        return new Login(value(values, "CMDB_DB_" + role + "_USER"), value(values, "CMDB_DB_" + role + "_PASSWORD"));
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("scripts/database did not say " + key);
        }
        return value;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

package io.modernize.cmdb.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that one test has for itself, to end it as a crash does and to start it again with the same data at
 * the same address. As safe as one in production: what is committed survives.
 *
 * <p>It needs PostgreSQL's programs on this machine, hence see {@link #isPossible}.
 */
public final class MortalServer implements AutoCloseable {
    private final Path root = TestServer.findProjectRoot();
    private final Path data = ScriptedServer.newFolder();
    private final TestServer address;
    private final Path serverFiles;
    private final TestDatabase database;
    private ScriptedServer server;

    private MortalServer() {
        server = ScriptedServer.launch(root, data);
        address = server.await(root);
        serverFiles = Path.of(ask("show data_directory"));
        database = TestDatabase.create(address);
    }

    /** False where the tests' database is one that was named, or a container: nobody is to end the former. */
    public static boolean isPossible() {
        return TestServer.isOfThisMachine();
    }

    public static MortalServer start() {
        return new MortalServer();
    }

    /** The one database on it that matters. */
    public TestDatabase database() {
        return database;
    }

    /** Ends it at once: no transaction and no client is waited for. Returns when nobody can connect any more. */
    public void crash() {
        // What "pg_ctl stop -m immediate" does.
        String postmaster = ask("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)");
        run("kill", "-QUIT", postmaster);
        server.awaitEnd();
    }

    /** After {@link #crash}. Returns when it has recovered. */
    public void startAgain() {
        server = ScriptedServer.launch(root, data);
        TestServer again = server.await(root);
        if (!again.adminUrl().equals(address.adminUrl())) {
            throw new IllegalStateException(address.adminUrl() + " was taken meanwhile; now it is " + again.adminUrl());
        }
    }

    @Override
    public void close() {
        server.stop();
        // If the server's user may not enter the project, its files lie in a folder of their own.
        for (Path folder : List.of(serverFiles.resolveSibling("."), data)) {
            delete(folder.normalize());
        }
    }

    private String ask(String sql) {
        try (Connection connection = TestDatabase.dataSource(address.adminUrl(), address.admin())
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void run(String... command) {
        try {
            int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException(List.of(command) + " ended with " + exitCode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

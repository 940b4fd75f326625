package io.modernize.cmdb.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A temporary server of this machine's, kept by {@code scripts/database attach}: it ends when the standard input of
 * that script does, hence also when this JVM is killed.
 */
final class ScriptedServer {

    /** The first run on a machine may install packages. */
    private static final int MINUTES_TO_START = 20;

    private final Process process;
    private final Path data;
    private final StringBuffer messages = new StringBuffer();

    private ScriptedServer(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /**
     * One whose data ends with it. No shutdown hook stops it: hooks run at the same time, and services that are closing
     * would wait in vain for a database that is gone.
     */
    static TestServer start(Path root) {
        return launch(root, newFolder(), "--temporary").await(root);
    }

    static Path newFolder() {
        return Path.of("").toAbsolutePath().resolve("target").resolve("database-" + TestDatabase.randomHex(6));
    }

    /** One that is not ready yet; see {@link #await}. */
    static ScriptedServer launch(Path root, Path data, String... options) {
        Path script = root.resolve("scripts/database");
        List<String> command =
                new ArrayList<>(List.of("bash", script.toString(), "attach", "--local", "--data", data.toString()));
        command.addAll(List.of(options));
        try {
            return new ScriptedServer(new ProcessBuilder(command).start(), data);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run " + script, e);
        }
    }

    TestServer await(Path root) {
        // Its messages are shown as they come: the first run says that it is installing, and why that takes a while.
        CompletableFuture<Void> messagesRead = inBackground("test-database-messages", () -> {
            try (BufferedReader reader = process.errorReader()) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    messages.append(line).append('\n');
                    System.err.println(line);
                }
            } catch (IOException e) {
                messages.append(e).append('\n');
            }
        });
        Map<String, String> keys = new HashMap<>();
        CompletableFuture<Void> ready = inBackground("test-database-keys", () -> {
            // Not closed: a script that writes once more must not die of it.
            BufferedReader reader = process.inputReader();
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    int equals = line.indexOf('=');
                    if (equals > 0) {
                        keys.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                    if (line.equals("READY=1")) {
                        return;
                    }
                }
            } catch (IOException e) {
                messages.append(e).append('\n');
            }
        });
        try {
            ready.get(MINUTES_TO_START, TimeUnit.MINUTES);
            if (!keys.containsKey("READY")) {
                // It has ended; what it had to say may still be on its way.
                process.waitFor(10, TimeUnit.SECONDS);
                messagesRead.get(10, TimeUnit.SECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            stop();
            throw new IllegalStateException("scripts/database did not get ready. It said:\n" + messages, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while scripts/database was starting", e);
        }
        if (!keys.containsKey("READY")) {
            throw new IllegalStateException("scripts/database could not provide a database for the tests (exit code "
                    + (process.isAlive() ? "none yet" : process.exitValue()) + "). It said:\n" + messages);
        }
        return new TestServer(
                key(keys, "CMDB_DB_URL"),
                new TestServer.Login(key(keys, "CMDB_DB_ADMIN_USER"), key(keys, "CMDB_DB_ADMIN_PASSWORD")),
                null,
                false,
                root);
    }

    private static String key(Map<String, String> keys, String name) {
        String value = keys.get(name);
        if (value == null) {
            throw new IllegalStateException("scripts/database did not print " + name);
        }
        return value;
    }

    private static CompletableFuture<Void> inBackground(String name, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    /** Waits until it has noticed that somebody else has ended its server. */
    void awaitEnd() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("scripts/database goes on without its server. It said:\n" + messages);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                System.err.println("scripts/database does not end; its folder is " + data);
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

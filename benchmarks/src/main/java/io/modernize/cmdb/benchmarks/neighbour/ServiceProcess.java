package io.modernize.cmdb.benchmarks.neighbour;

import io.modernize.cmdb.testsupport.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service in a process of its own: production's settings, 512 MB of heap, and an end when the heap is used
 * up. It listens on the loopback interface. If it ends by itself, it is started again, and that is counted.
 */
final class ServiceProcess implements AutoCloseable {
    static final String HEAP = "-Xmx512m";

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final long LONGEST_COMMAND_MINUTES = 5;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path jar;
    private final Path folder;
    private final Map<String, String> environment;
    private final URI address;
    private final Health health;
    private final AtomicLong largestResidentBytes = new AtomicLong();
    private @Nullable Process process;
    private int starts;

    ServiceProcess(Path jar, Path folder, ServedDatabase database, LoopbackIssuer issuer) {
        int port = FreePort.find();
        this.jar = jar;
        this.folder = folder;
        this.address = URI.create("http://localhost:" + port);
        this.health = new Health(address);
        this.environment = new HashMap<>(database.environment());
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.uri());
        environment.put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES", LoopbackIssuer.AUDIENCE);
        environment.put(
                "CMDB_IMPORT_REPORTS_DIRECTORY",
                folder.resolve("import-reports").toString());
    }

    URI address() {
        return address;
    }

    Health health() {
        return health;
    }

    /** Runs one of the commands of the service to its end. */
    void command(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-jar", jar.toString(), name));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(name + "-" + System.nanoTime() + ".log");
        Process running = started(command, log);
        if (!running.waitFor(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES)) {
            running.destroyForcibly();
            throw new IOException(name + " does not end");
        }
        if (running.exitValue() != 0) {
            throw new IOException(name + " failed: " + Files.readString(log));
        }
    }

    /** Starts the service, and returns when it is healthy. */
    synchronized void start() throws IOException, InterruptedException {
        starts++;
        Path log = folder.resolve("service-" + starts + ".log");
        process = started(
                List.of(
                        JAVA,
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xlog:gc:file=" + folder.resolve("gc-" + starts + ".log"),
                        "-jar",
                        jar.toString(),
                        "serve"),
                log);
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!health.look().isHealthy()) {
            if (!isAlive() || System.nanoTime() - end > 0) {
                throw new IOException("The service does not start: " + Files.readString(log));
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Starts the service again if it has ended by itself. */
    synchronized void startAgainIfEnded() throws IOException, InterruptedException {
        if (!isAlive()) {
            start();
        }
    }

    /** How often the service has ended by itself and was started again. */
    synchronized int restarts() {
        return starts - 1;
    }

    /** Reads how much memory the process has at this moment, in bytes; 0 where the system does not say. */
    long residentBytes() throws IOException {
        Process running = process;
        long bytes = running == null ? 0 : ProcessMemory.residentBytes(running.pid());
        largestResidentBytes.accumulateAndGet(bytes, Math::max);
        return bytes;
    }

    /** The largest of the figures that {@link #residentBytes} has seen. */
    long largestResidentBytes() {
        return largestResidentBytes.get();
    }

    /** The most megabytes of heap that were in use at the beginning of a collection, and at the end of one. */
    ProcessMemory.Heap heap() throws IOException {
        return ProcessMemory.heap(folder);
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(30, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    private Process started(List<String> command, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Settings of the caller's own service are not meant for this one.
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("CMDB_") || name.startsWith("SPRING_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile()).start();
    }
}

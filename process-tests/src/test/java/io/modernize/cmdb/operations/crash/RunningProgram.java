package io.modernize.cmdb.operations.crash;

import io.modernize.cmdb.testsupport.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process, and what it wrote. It does not outlive its test. */
final class RunningProgram implements AutoCloseable {
    /** Of the whole run, on a machine that does other things too. */
    private static final long LONGEST_SECONDS = 300;

    /** As the shell has it: 128 and the number of the signal. */
    private static final int ENDED_BY_SIGKILL = 128 + 9;

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;
    private final long startNanos = System.nanoTime();

    private RunningProgram(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param output what it writes goes to files whose names begin so */
    static RunningProgram start(List<String> command, Map<String, String> environment, Path output) {
        Path out = output.resolveSibling(output.getFileName() + ".out");
        Path err = output.resolveSibling(output.getFileName() + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // Settings of whoever runs the tests are not meant for the program under test.
        builder.environment()
                .keySet()
                .removeIf(name ->
                        name.startsWith("CMDB_") || name.startsWith("SPRING_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new RunningProgram(command, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Since the start. */
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    /** Waits until that is so, or the process has ended: whether it still runs. */
    boolean runsUntil(BooleanSupplier condition) {
        Await.until("a process has come so far or has ended", () -> !isAlive() || condition.getAsBoolean());
        return isAlive();
    }

    /** Waits that long, or until the process has ended. */
    void runFor(long millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By SIGKILL. False where it had ended by itself before. */
    boolean kill() {
        process.destroyForcibly();
        return awaitEnd() == ENDED_BY_SIGKILL;
    }

    /** By SIGTERM, as a deploy does. */
    void terminate() {
        process.destroy();
    }

    /** Its exit code. */
    int awaitEnd() {
        try {
            if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new AssertionError("it does not end: " + this);
    }

    String out() {
        return content(out);
    }

    String err() {
        return content(err);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    @Override
    public String toString() {
        return String.join(" ", command.subList(Math.max(0, command.size() - 6), command.size())) + "\n"
                + (process.isAlive() ? "runs" : "exit code " + process.exitValue()) + "\n--- out\n" + out()
                + "--- err\n" + err();
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.modernize.cmdb.operations.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a command that is asked to end (SIGTERM, Ctrl-C) tell its result by output and exit code. The JVM alone would
 * end with the signal's code as soon as the application has shut down.
 */
final class ExitOnSignal {
    /** The time for the command to end. It is longer than the application takes to shut down. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread hook = new Thread(this::await, "exit-on-signal");

    static ExitOnSignal install() {
        ExitOnSignal exit = new ExitOnSignal();
        Runtime.getRuntime().addShutdownHook(exit.hook);
        return exit;
    }

    /** Whether the process shuts down. */
    boolean isAsked() {
        return hook.getState() != Thread.State.NEW;
    }

    /** Reports that the command has ended. Returns if nobody has asked it to end. */
    void ended(int code) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            exitCode.complete(code);
        }
    }

    private void await() {
        try {
            Runtime.getRuntime().halt(exitCode.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException tooLong) {
            // The signal's code says that it was cut off.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.modernize.cmdb.operations.console;

import io.modernize.cmdb.jobs.application.JobProgress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows progress. On a terminal it is a bar that redraws itself. Elsewhere it is a line from time to time, because a
 * log file has no use for a thousand redraws.
 */
public final class ConsoleProgress implements JobProgress {
    private static final int BAR_WIDTH = 30;
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration REPRINT = Duration.ofSeconds(5);

    private final String label;
    private final PrintStream out;
    private final boolean terminal;
    private final InstantSource clock;
    private long startMillis = -1;
    private long startDone;
    private long shownMillis = Long.MIN_VALUE;

    private ConsoleProgress(String label, PrintStream out, boolean terminal, InstantSource clock) {
        this.label = label;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** A progress on standard error, so that standard output has the command's result only. */
    public static ConsoleProgress onConsole(String label) {
        return new ConsoleProgress(label, System.err, isTerminal(), InstantSource.system());
    }

    static ConsoleProgress on(PrintStream out, boolean terminal, String label, InstantSource clock) {
        return new ConsoleProgress(label, out, terminal, clock);
    }

    private static boolean isTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public synchronized void report(long done, long total) {
        long now = clock.millis();
        if (startMillis < 0) {
            startMillis = now;
            startDone = done;
        }
        boolean finished = done >= total;
        long wait = (terminal ? REDRAW : REPRINT).toMillis();
        if (!finished && shownMillis != Long.MIN_VALUE && now - shownMillis < wait) {
            return;
        }
        shownMillis = now;
        String text = text(done, total, now - startMillis);
        if (terminal) {
            out.print("\r" + bar(done, total) + " " + text + "\u001b[K" + (finished ? "\n" : ""));
        } else {
            out.println(text);
        }
        out.flush();
    }

    @Override
    public synchronized void paused(Duration pause, String reason) {
        String text = String.format(
                Locale.ROOT, "%s waits for %.0f s: %s", label, Math.ceil(pause.toMillis() / 1_000.0), reason);
        out.print((terminal ? "\r" : "") + text + (terminal ? "\u001b[K\n" : System.lineSeparator()));
        out.flush();
    }

    private static String bar(long done, long total) {
        int filled = total == 0 ? BAR_WIDTH : (int) Math.min(BAR_WIDTH, BAR_WIDTH * done / total);
        return "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "]";
    }

    private String text(long done, long total, long elapsedMillis) {
        String text = label + ": " + done + " of " + total;
        long doneHere = done - startDone;
        if (elapsedMillis < 500 || doneHere == 0) {
            return text;
        }
        double perSecond = doneHere * 1000.0 / elapsedMillis;
        text += String.format(Locale.ROOT, ", %.0f/s", perSecond);
        if (done < total) {
            Duration left = Duration.ofSeconds(Math.round((total - done) / perSecond));
            text += String.format(
                    Locale.ROOT, ", %d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
        }
        return text;
    }
}

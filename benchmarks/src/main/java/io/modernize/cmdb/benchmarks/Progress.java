package io.modernize.cmdb.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the current step, with the time since the start. */
final class Progress {
    private final PrintStream stream;
    private final long start = System.nanoTime();

    Progress(PrintStream stream) {
        this.stream = stream;
    }

    void say(String what) {
        stream.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    }
}

package io.modernize.cmdb.operations.console;

import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import org.jspecify.annotations.Nullable;

/** Shows the build of an index, with a {@link ConsoleProgress} for each phase whose size is known. */
public final class BuildProgressBar implements BuildProgress {
    private final String label;
    private @Nullable String phase;
    private @Nullable ConsoleProgress bar;
    private long total;

    public BuildProgressBar(String label) {
        this.label = label;
    }

    @Override
    public void report(String newPhase, long done, long newTotal) {
        if (!newPhase.equals(phase)) {
            finish();
            phase = newPhase;
        }
        if (newTotal == 0) {
            return;
        }
        ConsoleProgress current = bar;
        if (current == null) {
            current = ConsoleProgress.onConsole(label + ": " + newPhase);
            bar = current;
        }
        total = newTotal;
        // A full bar ends its line, which must happen once.
        if (done < newTotal) {
            current.report(done, newTotal);
        }
    }

    /** Ends the line of the last bar. */
    public void finish() {
        if (bar != null) {
            bar.report(total, total);
            bar = null;
        }
    }
}

package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The progress of a run that may only take a slice of the time, because others wait for their turn. When the slice is
 * over, it asks the run to stop, and keeps asking. What is left is due, and another run embeds it.
 */
final class Slice implements JobProgress {
    private final JobProgress progress;
    private final BooleanSupplier ends;
    private volatile boolean over;

    /** @param ends whether the slice ends now */
    Slice(JobProgress progress, BooleanSupplier ends) {
        this.progress = progress;
        this.ends = ends;
    }

    /** Whether the run was asked to stop because its slice is over. */
    boolean isOver() {
        return over;
    }

    @Override
    public void report(long done, long total) {
        progress.report(done, total);
    }

    @Override
    public void report(JobCounts counts) {
        progress.report(counts);
    }

    @Override
    public void paused(Duration pause, String reason) {
        progress.paused(pause, reason);
    }

    @Override
    public boolean isStopRequested() {
        if (!over && ends.getAsBoolean()) {
            over = true;
        }
        return over || progress.isStopRequested();
    }
}

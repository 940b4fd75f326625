package io.modernize.cmdb.jobs.batch;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobRuns;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Stores the progress of a run regularly, and learns at the same time whether the run has to stop. */
final class RecordedProgress implements JobProgress {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final JobRuns runs;
    private final JobRun run;
    private final BooleanSupplier serviceStops;
    private final Slice slice;
    private JobCounts counts;
    private @Nullable String message;
    private long writtenAt = System.nanoTime() - INTERVAL_NANOS;
    private volatile boolean stoppedByUser;

    RecordedProgress(JobRuns runs, JobRun run, BooleanSupplier serviceStops, Slice slice) {
        this.runs = runs;
        this.run = run;
        this.serviceStops = serviceStops;
        this.slice = slice;
        this.counts = run.counts();
    }

    @Override
    public void report(long done, long total) {
        report(JobCounts.of(done, total));
    }

    @Override
    public synchronized void report(JobCounts now) {
        counts = now;
        message = null;
        slice.read(now.read());
        writeNowAndThen();
    }

    @Override
    public synchronized void paused(Duration pause, String reason) {
        message = "Waits for " + Math.max(1, pause.toSeconds()) + " s: " + reason;
        write();
    }

    @Override
    public synchronized boolean isStopRequested() {
        writeNowAndThen();
        return stoppedByUser || serviceStops.getAsBoolean() || slice.isOver();
    }

    /** Whether a user stopped the run. If not, the service stopped it, or it makes way. */
    boolean isStoppedByUser() {
        return stoppedByUser;
    }

    /** Whether the run was stopped to make way for other runs. */
    synchronized boolean makesWay() {
        return slice.isOver() && !serviceStops.getAsBoolean();
    }

    /** Stores the last reported progress. */
    synchronized void flush() {
        message = null;
        write();
    }

    private void writeNowAndThen() {
        if (System.nanoTime() - writtenAt >= INTERVAL_NANOS) {
            write();
        }
    }

    private void write() {
        stoppedByUser |= runs.advance(run, counts, message);
        writtenAt = System.nanoTime();
    }
}

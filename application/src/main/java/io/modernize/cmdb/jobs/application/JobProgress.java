package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobCounts;
import java.time.Duration;

/** Hears how far a job is, and tells it when to stop. */
@FunctionalInterface
public interface JobProgress {
    JobProgress SILENT = (done, total) -> {};

    /**
     * Called from the job's thread, so it has to be quick.
     *
     * @param done units of work done, counting those of earlier, interrupted runs
     * @param total all units; may grow while the job runs
     */
    void report(long done, long total);

    /** Likewise, by a job that knows more. */
    default void report(JobCounts counts) {
        report(counts.read(), counts.total());
    }

    /**
     * The job waits, and why. Called from any of the job's threads, one at a time, perhaps while another one reports.
     *
     * @param pause how long, unless the cause passes sooner
     * @param reason fit for people
     */
    default void paused(Duration pause, String reason) {}

    /** Whether the job is to finish what it has begun, and begin nothing more. Asked often, by any of its threads. */
    default boolean isStopRequested() {
        return false;
    }
}

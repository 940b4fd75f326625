package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobCounts;
import java.time.Duration;

/** Receives the progress of a job, and tells the job when to stop. */
@FunctionalInterface
public interface JobProgress {
    JobProgress SILENT = (done, total) -> {};

    /**
     * Reports progress. The job's own thread calls this, so it has to be quick.
     *
     * @param done the units of work done, including earlier, interrupted runs
     * @param total all units; may grow while the job runs
     */
    void report(long done, long total);

    /** Reports progress in detail. The job's own thread calls this, so it has to be quick. */
    default void report(JobCounts counts) {
        report(counts.read(), counts.total());
    }

    /**
     * Reports that the job waits, and why. Any of the job's threads calls this, one at a time, perhaps while another
     * thread reports progress.
     *
     * @param pause the length of the pause, unless the cause passes sooner
     * @param reason fit for people
     */
    default void paused(Duration pause, String reason) {}

    /** Whether the job should finish what it has begun, and begin nothing more. Any of its threads asks this often. */
    default boolean isStopRequested() {
        return false;
    }
}

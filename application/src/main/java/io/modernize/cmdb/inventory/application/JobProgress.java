package io.modernize.cmdb.inventory.application;

import java.time.Duration;

/** Hears how far a job is. */
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

    /**
     * The job waits, and why. Called from any of the job's threads, one at a time, perhaps while another one reports.
     *
     * @param pause how long, unless the cause passes sooner
     * @param reason fit for people
     */
    default void paused(Duration pause, String reason) {}
}

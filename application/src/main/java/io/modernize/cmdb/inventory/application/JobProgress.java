package io.modernize.cmdb.inventory.application;

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
}

package io.modernize.cmdb.jobs;

/**
 * The progress of a job in its own units, which are rows of an import and assets of most other jobs.
 *
 * @param read units that were read, including earlier, interrupted attempts
 * @param written units read that changed something
 * @param skipped units read that needed no change
 * @param failed units read that could not be used
 * @param total all units; may grow while the job runs, and is 0 while it is not known
 */
public record JobCounts(long read, long written, long skipped, long failed, long total) {
    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0);

    public JobCounts {
        if (read < 0 || written < 0 || skipped < 0 || failed < 0 || total < 0) {
            throw new IllegalArgumentException("counts of a job are not negative");
        }
    }

    /** The sum of both counts. */
    public JobCounts plus(JobCounts more) {
        return new JobCounts(
                read + more.read,
                written + more.written,
                skipped + more.skipped,
                failed + more.failed,
                total + more.total);
    }

    /** The counts of a job that only knows how much is done. */
    public static JobCounts of(long done, long total) {
        return new JobCounts(done, done, 0, 0, total);
    }
}

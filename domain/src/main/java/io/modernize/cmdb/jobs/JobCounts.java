package io.modernize.cmdb.jobs;

/**
 * How far a job is, in its own units: rows of an import, assets of most others.
 *
 * @param read units looked at, those of earlier, interrupted attempts included
 * @param written of them, those that changed something
 * @param skipped of them, those where nothing had to change
 * @param failed of them, those that could not be used
 * @param total all units; may grow while the job runs, and is 0 as long as nobody knows
 */
public record JobCounts(long read, long written, long skipped, long failed, long total) {
    public static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0);

    public JobCounts {
        if (read < 0 || written < 0 || skipped < 0 || failed < 0 || total < 0) {
            throw new IllegalArgumentException("counts of a job are not negative");
        }
    }

    /** Both. */
    public JobCounts plus(JobCounts more) {
        return new JobCounts(
                read + more.read,
                written + more.written,
                skipped + more.skipped,
                failed + more.failed,
                total + more.total);
    }

    /** Of a job that only knows how much is done. */
    public static JobCounts of(long done, long total) {
        return new JobCounts(done, done, 0, 0, total);
    }
}

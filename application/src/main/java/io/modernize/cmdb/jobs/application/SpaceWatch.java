package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace.Shortage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a job that stores much, which also stops the job when the database has too little free space. The job
 * would otherwise fill the disk, and with it end the work of all client accounts.
 */
public final class SpaceWatch implements JobProgress {
    private final JobProgress progress;
    private final FreeSpace space;
    private volatile @Nullable Shortage shortage;

    public SpaceWatch(JobProgress progress, FreeSpace space) {
        this.progress = progress;
        this.space = space;
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
        if (progress.isStopRequested()) {
            return true;
        }
        if (shortage == null) {
            shortage = space.inDatabase().orElse(null);
        }
        return shortage != null;
    }

    /** The end with its true reason. A shortage stops the job as a person does. */
    public JobEnd.Unfinished reasonOf(JobEnd.Unfinished end) {
        return switch (end) {
            case JobEnd.Failed failed -> failed;
            case JobEnd.Interrupted interrupted -> interrupted;
            case JobEnd.Stopped stopped ->
                Optional.ofNullable(shortage)
                        .<JobEnd.Unfinished>map(seen -> new JobEnd.Interrupted(
                                seen.reason() + "; the job continues where it was when there is more"))
                        .orElse(stopped);
        };
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Looks for duplicates in an engagement. */
@Component
class DuplicateWork implements JobWork {
    private final DuplicateJobs jobs;

    DuplicateWork(DuplicateJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public JobKind kind() {
        return JobKind.DUPLICATES;
    }

    @Override
    public JobEnd run(JobRun run, JobProgress progress) {
        return switch (jobs.run(
                run.scope(),
                Objects.requireNonNull(run.engagementId(), "duplicates are looked for in an engagement"),
                progress)) {
            case DuplicatesOutcome.Completed(long assets, int groups) ->
                new JobEnd.Completed(assets + " assets compared, " + groups + " groups found");
            case DuplicatesOutcome.EngagementBusy() ->
                new JobEnd.Busy("The engagement is being looked through already; this job follows.");
            case DuplicatesOutcome.Interrupted(long assets, String reason) ->
                progress.isStopRequested()
                        ? new JobEnd.Stopped(assets + " assets compared")
                        : new JobEnd.Failed(assets + " assets compared; " + reason);
        };
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
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
    public JobReport run(JobRun run, JobProgress progress) {
        DuplicatesOutcome outcome = jobs.run(
                run.scope(),
                Objects.requireNonNull(run.engagementId(), "duplicates are looked for in an engagement"),
                progress);
        String compared = outcome.assets() + " assets compared";
        return new JobReport(
                outcome.end(),
                switch (outcome.end()) {
                    case JobEnd.Completed() -> compared + ", " + outcome.groups() + " groups found";
                    case JobEnd.Busy() -> "The engagement is being looked through already; this job follows.";
                    case JobEnd.Stopped() -> compared;
                    case JobEnd.Interrupted(String reason) -> compared + "; " + reason;
                    case JobEnd.Failed(String reason) -> compared + "; " + reason;
                });
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.jobs.batch.OneAtATime;
import io.modernize.cmdb.jobs.batch.OneAtATime.Turn;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs the search for duplicates as a job, one at a time for each engagement. */
@Component
class BatchDuplicateJobs implements DuplicateJobs {
    private final JobAttempts attempts;
    private final OneAtATime oneAtATime;
    private final Job job;
    private final FindDuplicates findDuplicates;

    BatchDuplicateJobs(
            JobAttempts attempts, OneAtATime oneAtATime, Job findDuplicatesJob, FindDuplicates findDuplicates) {
        this.attempts = attempts;
        this.oneAtATime = oneAtATime;
        this.job = findDuplicatesJob;
        this.findDuplicates = findDuplicates;
    }

    @Override
    public DuplicatesOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress) {
        Optional<Turn> turn = oneAtATime.take(scope, engagementId, EngagementLocks.FIND_DUPLICATES);
        if (turn.isEmpty()) {
            return new DuplicatesOutcome(new JobEnd.Busy(), 0, 0);
        }
        try (Turn taken = turn.get()) {
            DuplicateScan scan = findDuplicates.begin(taken.engagement(), engagementId);
            progress.report(scan.compared(), Math.max(scan.total(), scan.compared()));
            return run(new DuplicateRun(taken.engagement(), scan, attempts.stoppable(progress)));
        }
    }

    private DuplicatesOutcome run(DuplicateRun run) {
        FinishedAttempt attempt = attempts.run(job, run, run.progress());
        DuplicateScan scan = run.reached(attempt.results());
        return new DuplicatesOutcome(attempt.end(), scan.compared(), scan.groups());
    }
}

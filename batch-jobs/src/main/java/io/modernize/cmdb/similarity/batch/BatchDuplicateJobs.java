package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.similarity.DuplicateScan;
import io.modernize.cmdb.similarity.application.DuplicateJobs;
import io.modernize.cmdb.similarity.application.FindDuplicates;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs the search for duplicates as a job, one at a time for each engagement. */
@Component
class BatchDuplicateJobs implements DuplicateJobs {
    private final JobAttempts attempts;
    private final Job job;
    private final FindDuplicates findDuplicates;
    private final EngagementLocks locks;

    BatchDuplicateJobs(
            JobAttempts attempts, Job findDuplicatesJob, FindDuplicates findDuplicates, EngagementLocks locks) {
        this.attempts = attempts;
        this.job = findDuplicatesJob;
        this.findDuplicates = findDuplicates;
        this.locks = locks;
    }

    @Override
    public DuplicatesOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress) {
        TenantScope engagement = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        return attempts.aroundAttempts(() -> runAlone(engagement, engagementId, progress));
    }

    private DuplicatesOutcome runAlone(TenantScope engagement, EngagementId engagementId, JobProgress progress) {
        Optional<Held> lock = locks.tryAcquire(engagement, engagementId, EngagementLocks.FIND_DUPLICATES);
        if (lock.isEmpty()) {
            return new DuplicatesOutcome(new JobEnd.Busy(), 0, 0);
        }
        try (Held held = lock.get()) {
            DuplicateScan scan = findDuplicates.begin(engagement, engagementId);
            progress.report(scan.compared(), Math.max(scan.total(), scan.compared()));
            return run(new DuplicateRun(engagement, scan, attempts.stoppable(progress)));
        }
    }

    private DuplicatesOutcome run(DuplicateRun run) {
        FinishedAttempt attempt = attempts.run(job, run, run.progress());
        DuplicateScan scan = run.reached(attempt.results());
        return new DuplicatesOutcome(attempt.end(), scan.compared(), scan.groups());
    }
}

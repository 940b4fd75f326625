package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.inventory.application.JobProgress;
import io.modernize.cmdb.similarity.DuplicateScan;
import io.modernize.cmdb.similarity.application.DuplicateJobs;
import io.modernize.cmdb.similarity.application.FindDuplicates;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Component;

/** Runs the search for duplicates as a job, one at a time for each engagement. */
@Component
class BatchDuplicateJobs implements DuplicateJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BatchDuplicateJobs.class);

    private final JobOperator operator;
    private final Job job;
    private final DuplicateRuns runs;
    private final FindDuplicates findDuplicates;
    private final EngagementLocks locks;

    BatchDuplicateJobs(
            JobOperator operator,
            Job findDuplicatesJob,
            DuplicateRuns runs,
            FindDuplicates findDuplicates,
            EngagementLocks locks) {
        this.operator = operator;
        this.job = findDuplicatesJob;
        this.runs = runs;
        this.findDuplicates = findDuplicates;
        this.locks = locks;
    }

    @Override
    public DuplicatesOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress) {
        TenantScope engagement = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        Optional<Held> lock = locks.tryAcquire(engagement, engagementId, EngagementLocks.FIND_DUPLICATES);
        if (lock.isEmpty()) {
            return new DuplicatesOutcome.EngagementBusy();
        }
        try (Held held = lock.get()) {
            DuplicateScan scan = findDuplicates.begin(engagement, engagementId);
            progress.report(scan.compared(), Math.max(scan.total(), scan.compared()));
            return run(new DuplicateRun(engagement, new AtomicReference<>(scan), progress));
        }
    }

    private DuplicatesOutcome run(DuplicateRun run) {
        String attempt = UUID.randomUUID().toString();
        runs.begin(attempt, run);
        try {
            // Nothing of the client account among the parameters: Batch's tables have no row-level security.
            JobExecution execution = operator.start(
                    job,
                    new JobParametersBuilder()
                            .addString(DuplicateJobConfiguration.ATTEMPT, attempt)
                            .toJobParameters());
            DuplicateScan scan = run.scan().get();
            return execution.getStatus() == BatchStatus.COMPLETED
                    ? new DuplicatesOutcome.Completed(scan.compared(), scan.groups())
                    : new DuplicatesOutcome.Interrupted(scan.compared(), reason(execution));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the search for duplicates could not be started", e);
        } finally {
            runs.end(attempt);
        }
    }

    private static String reason(JobExecution execution) {
        execution.getAllFailureExceptions().forEach(failure -> LOG.error("The search for duplicates stopped", failure));
        return execution.getStatus() == BatchStatus.STOPPED
                ? "the job was stopped"
                : "an unexpected error stopped the job; the log has the details";
    }
}

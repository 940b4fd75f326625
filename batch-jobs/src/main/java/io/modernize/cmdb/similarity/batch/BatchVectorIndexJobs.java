package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.similarity.application.AuditOutcome;
import io.modernize.cmdb.similarity.application.AuditRecall;
import io.modernize.cmdb.similarity.application.IndexBuildFailedException;
import io.modernize.cmdb.similarity.application.InspectVectorIndex;
import io.modernize.cmdb.similarity.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.application.VectorIndexJobs;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.stereotype.Component;

/** Runs both as jobs, each one at a time over all instances of the service. */
@Component
class BatchVectorIndexJobs implements VectorIndexJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BatchVectorIndexJobs.class);
    private static final String UNEXPECTED = "an unexpected error; the log has the details";

    private final JobOperator operator;
    private final Job maintainVectorIndexesJob;
    private final Job auditRecallJob;
    private final AccountRuns runs;
    private final ClientAccountRegistry registry;
    private final ServiceLocks locks;
    private final MaintainVectorIndexes maintenance;
    private final AuditRecall audits;
    private final InspectVectorIndex inspection;

    BatchVectorIndexJobs(
            JobOperator operator,
            Job maintainVectorIndexesJob,
            Job auditRecallJob,
            AccountRuns runs,
            ClientAccountRegistry registry,
            ServiceLocks locks,
            MaintainVectorIndexes maintenance,
            AuditRecall audits,
            InspectVectorIndex inspection) {
        this.operator = operator;
        this.maintainVectorIndexesJob = maintainVectorIndexesJob;
        this.auditRecallJob = auditRecallJob;
        this.runs = runs;
        this.registry = registry;
        this.locks = locks;
        this.maintenance = maintenance;
        this.audits = audits;
        this.inspection = inspection;
    }

    @Override
    public MaintenanceRun maintain(MaintenanceProgress progress) {
        Optional<Held> lock = locks.tryAcquire(VectorIndexJobConfiguration.MAINTENANCE);
        if (lock.isEmpty()) {
            return new MaintenanceRun.Busy();
        }
        try (Held held = lock.get()) {
            List<MaintainedAccount> maintained = new ArrayList<>();
            Optional<String> interruption = run(maintainVectorIndexesJob, account -> {
                MaintainedAccount result = new MaintainedAccount(account, maintain(account, progress));
                maintained.add(result);
                progress.ended(result);
            });
            return interruption.isPresent()
                    ? new MaintenanceRun.Interrupted(interruption.get())
                    : new MaintenanceRun.Completed(maintained);
        }
    }

    private MaintenanceOutcome maintain(ClientAccount account, MaintenanceProgress progress) {
        try {
            return maintenance.maintain(TenantScope.forJob(account.id()), progress.beginning(account));
        } catch (IndexBuildFailedException e) {
            LOG.error("The index of client account {} could not be built", account.id(), e);
            return new MaintenanceOutcome.Failed("the index could not be built; the log has the details");
        } catch (RuntimeException e) {
            LOG.error("The index of client account {} could not be maintained", account.id(), e);
            return new MaintenanceOutcome.Failed(UNEXPECTED);
        }
    }

    @Override
    public AuditRun audit(Consumer<AuditedAccount> progress) {
        Optional<Held> lock = locks.tryAcquire(VectorIndexJobConfiguration.AUDIT);
        if (lock.isEmpty()) {
            return new AuditRun.Busy();
        }
        try (Held held = lock.get()) {
            List<AuditedAccount> audited = new ArrayList<>();
            Optional<String> interruption = run(auditRecallJob, account -> {
                AuditedAccount result = new AuditedAccount(account, audit(account));
                audited.add(result);
                progress.accept(result);
            });
            return interruption.isPresent()
                    ? new AuditRun.Interrupted(interruption.get())
                    : new AuditRun.Completed(audited);
        }
    }

    private AuditOutcome audit(ClientAccount account) {
        try {
            return audits.audit(TenantScope.forJob(account.id()));
        } catch (RuntimeException e) {
            LOG.error("The recall of client account {} could not be audited", account.id(), e);
            return new AuditOutcome.Failed(UNEXPECTED);
        }
    }

    @Override
    public int countBelowTarget() {
        return Math.toIntExact(registry.allClientAccounts().stream()
                .flatMap(account -> inspection.audits(TenantScope.forJob(account.id()), 1).stream())
                .filter(audit -> !audit.met())
                .count());
    }

    /** Why the job did not come to its end; empty where it did. */
    private Optional<String> run(Job job, Consumer<ClientAccount> turn) {
        String attempt = UUID.randomUUID().toString();
        runs.begin(attempt, new AccountRun(registry.allClientAccounts(), turn));
        try {
            // Nothing of a client account among the parameters: Batch's tables have no row-level security.
            JobExecution execution = operator.start(
                    job,
                    new JobParametersBuilder()
                            .addString(VectorIndexJobConfiguration.ATTEMPT, attempt)
                            .toJobParameters());
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                return Optional.empty();
            }
            execution.getAllFailureExceptions().forEach(failure -> LOG.error("Job {} stopped", job.getName(), failure));
            return Optional.of(execution.getStatus() == BatchStatus.STOPPED ? "the job was stopped" : UNEXPECTED);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("job " + job.getName() + " could not be started", e);
        } finally {
            runs.end(attempt);
        }
    }
}

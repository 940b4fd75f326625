package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.similarity.application.AuditOutcome;
import io.modernize.cmdb.similarity.application.AuditRecall;
import io.modernize.cmdb.similarity.application.IndexBuildFailedException;
import io.modernize.cmdb.similarity.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.application.MissedTargets;
import io.modernize.cmdb.similarity.application.VectorIndexJobs;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.ServiceLocks.Held;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs both as jobs, each one at a time over all instances of the service. */
@Component
class BatchVectorIndexJobs implements VectorIndexJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BatchVectorIndexJobs.class);
    private static final String UNEXPECTED = "an unexpected error; the log has the details";

    private final JobAttempts attempts;
    private final Job maintainVectorIndexesJob;
    private final Job auditRecallJob;
    private final ClientAccountRegistry registry;
    private final ServiceLocks locks;
    private final MaintainVectorIndexes maintenance;
    private final AuditRecall audits;
    private final MissedTargets missedTargets;

    BatchVectorIndexJobs(
            JobAttempts attempts,
            Job maintainVectorIndexesJob,
            Job auditRecallJob,
            ClientAccountRegistry registry,
            ServiceLocks locks,
            MaintainVectorIndexes maintenance,
            AuditRecall audits,
            MissedTargets missedTargets) {
        this.attempts = attempts;
        this.maintainVectorIndexesJob = maintainVectorIndexesJob;
        this.auditRecallJob = auditRecallJob;
        this.registry = registry;
        this.locks = locks;
        this.maintenance = maintenance;
        this.audits = audits;
        this.missedTargets = missedTargets;
    }

    @Override
    public MaintenanceRun maintain(MaintenanceProgress progress) {
        return maintain(registry.allClientAccounts(), progress);
    }

    @Override
    public MaintenanceRun maintain(ClientAccount account, MaintenanceProgress progress) {
        return maintain(List.of(account), progress);
    }

    private MaintenanceRun maintain(List<ClientAccount> accounts, MaintenanceProgress progress) {
        Optional<Held> lock = locks.tryAcquire(VectorIndexJobConfiguration.MAINTENANCE);
        if (lock.isEmpty()) {
            return new MaintenanceRun(new JobEnd.Busy(), List.of());
        }
        try (Held held = lock.get()) {
            FinishedAttempt attempt = run(
                    maintainVectorIndexesJob,
                    new AccountRun<>(accounts, MaintainedAccount.class, account -> maintained(account, progress)));
            return new MaintenanceRun(attempt.end(), attempt.results().all(MaintainedAccount.class));
        }
    }

    private List<MaintainedAccount> maintained(ClientAccount account, MaintenanceProgress progress) {
        List<MaintainedAccount> maintained = outcomes(account, progress).stream()
                .map(outcome -> new MaintainedAccount(account, outcome))
                .toList();
        maintained.forEach(progress::ended);
        return maintained;
    }

    private List<MaintenanceOutcome> outcomes(ClientAccount account, MaintenanceProgress progress) {
        try {
            return maintenance.maintain(TenantScope.forJob(account.id()), progress.beginning(account));
        } catch (IndexBuildFailedException e) {
            LOG.error("The index of client account {} could not be built", account.id(), e);
            return List.of(new MaintenanceOutcome.Failed("the index could not be built; the log has the details"));
        } catch (RuntimeException | Error e) {
            // Errors, too: the others' turns follow.
            LOG.error("The index of client account {} could not be maintained", account.id(), e);
            return List.of(new MaintenanceOutcome.Failed(UNEXPECTED));
        }
    }

    @Override
    public AuditRun audit(Consumer<AuditedAccount> progress) {
        return audit(registry.allClientAccounts(), progress);
    }

    @Override
    public AuditRun audit(ClientAccount account, Consumer<AuditedAccount> progress) {
        return audit(List.of(account), progress);
    }

    private AuditRun audit(List<ClientAccount> accounts, Consumer<AuditedAccount> progress) {
        Optional<Held> lock = locks.tryAcquire(VectorIndexJobConfiguration.AUDIT);
        if (lock.isEmpty()) {
            return new AuditRun(new JobEnd.Busy(), List.of());
        }
        try (Held held = lock.get()) {
            FinishedAttempt attempt = run(auditRecallJob, new AccountRun<>(accounts, AuditedAccount.class, account -> {
                AuditedAccount audited = new AuditedAccount(account, outcome(account));
                progress.accept(audited);
                return List.of(audited);
            }));
            return new AuditRun(attempt.end(), attempt.results().all(AuditedAccount.class));
        }
    }

    private AuditOutcome outcome(ClientAccount account) {
        try {
            return audits.audit(TenantScope.forJob(account.id()));
        } catch (RuntimeException | Error e) {
            LOG.error("The recall of client account {} could not be audited", account.id(), e);
            return new AuditOutcome.Failed(UNEXPECTED);
        }
    }

    @Override
    public int countBelowTarget() {
        return missedTargets.inLastAudits().size();
    }

    private FinishedAttempt run(Job job, AccountRun<?> run) {
        return attempts.run(job, run, attempts.stoppable(JobProgress.SILENT));
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.DatabaseFailure;
import io.modernize.cmdb.similarity.batch.AccountTurns.Results;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.AuditRecall;
import io.modernize.cmdb.similarity.index.application.IndexBuildFailedException;
import io.modernize.cmdb.similarity.index.application.MaintainVectorIndexes;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.MissedTargets;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
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

    private final AccountTurns turns;
    private final Job maintainVectorIndexesJob;
    private final Job auditRecallJob;
    private final MaintainVectorIndexes maintenance;
    private final AuditRecall audits;
    private final MissedTargets missedTargets;

    BatchVectorIndexJobs(
            AccountTurns turns,
            Job maintainVectorIndexesJob,
            Job auditRecallJob,
            MaintainVectorIndexes maintenance,
            AuditRecall audits,
            MissedTargets missedTargets) {
        this.turns = turns;
        this.maintainVectorIndexesJob = maintainVectorIndexesJob;
        this.auditRecallJob = auditRecallJob;
        this.maintenance = maintenance;
        this.audits = audits;
        this.missedTargets = missedTargets;
    }

    @Override
    public MaintenanceRun maintain(MaintenanceProgress progress) {
        return maintenanceRun(
                turns.forAll(maintainVectorIndexesJob, MaintainedAccount.class, each -> maintained(each, progress)));
    }

    @Override
    public MaintenanceRun maintain(ClientAccount account, MaintenanceProgress progress) {
        return maintenanceRun(turns.forOne(
                account, maintainVectorIndexesJob, MaintainedAccount.class, each -> maintained(each, progress)));
    }

    private static MaintenanceRun maintenanceRun(Results<MaintainedAccount> turns) {
        return new MaintenanceRun(turns.end(), turns.results());
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
            passOnOutage(e);
            LOG.error("The index of client account {} could not be built", account.id(), e);
            return List.of(new MaintenanceOutcome.Failed("the index could not be built; the log has the details"));
        } catch (RuntimeException | Error e) {
            passOnOutage(e);
            // Errors, too: the others' turns follow.
            LOG.error("The index of client account {} could not be maintained", account.id(), e);
            return List.of(new MaintenanceOutcome.Failed(UNEXPECTED));
        }
    }

    @Override
    public AuditRun audit(Consumer<AuditedAccount> progress) {
        return auditRun(turns.forAll(auditRecallJob, AuditedAccount.class, each -> audited(each, progress)));
    }

    @Override
    public AuditRun audit(ClientAccount account, Consumer<AuditedAccount> progress) {
        return auditRun(turns.forOne(account, auditRecallJob, AuditedAccount.class, each -> audited(each, progress)));
    }

    private static AuditRun auditRun(Results<AuditedAccount> turns) {
        return new AuditRun(turns.end(), turns.results());
    }

    private List<AuditedAccount> audited(ClientAccount account, Consumer<AuditedAccount> progress) {
        AuditedAccount audited = new AuditedAccount(account, outcome(account));
        progress.accept(audited);
        return List.of(audited);
    }

    private AuditOutcome outcome(ClientAccount account) {
        try {
            return audits.audit(TenantScope.forJob(account.id()));
        } catch (RuntimeException | Error e) {
            passOnOutage(e);
            LOG.error("The recall of client account {} could not be audited", account.id(), e);
            return new AuditOutcome.Failed(UNEXPECTED);
        }
    }

    /** Without the database, the others' turns would fail, too, and the job is to be tried again. */
    private static void passOnOutage(Throwable failure) {
        if (failure instanceof RuntimeException exception
                && DatabaseFailure.of(exception)
                        .filter(DatabaseFailure::concernsAll)
                        .isPresent()) {
            throw exception;
        }
    }

    @Override
    public int countBelowTarget() {
        return missedTargets.inLastAudits().size();
    }
}

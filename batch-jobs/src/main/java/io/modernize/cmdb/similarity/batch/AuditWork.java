package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditedAccount;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Audits the client account's recall. */
@Component
class AuditWork implements JobWork {
    private final VectorIndexJobs jobs;
    private final EngagementCatalog catalog;

    AuditWork(VectorIndexJobs jobs, EngagementCatalog catalog) {
        this.jobs = jobs;
        this.catalog = catalog;
    }

    @Override
    public JobKind kind() {
        return JobKind.AUDIT;
    }

    @Override
    public JobEnd run(JobRun run, JobProgress progress) {
        return switch (jobs.audit(catalog.clientAccount(run.scope()), account -> {})) {
            case AuditRun.Completed(List<AuditedAccount> accounts) ->
                end(accounts.getFirst().outcome());
            case AuditRun.Busy() -> new JobEnd.Busy("Recall is being audited already; this job follows.");
            case AuditRun.Interrupted(String reason) -> new JobEnd.Failed(reason);
        };
    }

    private static JobEnd end(AuditOutcome outcome) {
        return switch (outcome) {
            case AuditOutcome.Audited(var audit) ->
                new JobEnd.Completed(String.format(
                        Locale.ROOT,
                        "recall@%d is %.4f over %d queries, the target is %.2f",
                        audit.topK(),
                        audit.recall(),
                        audit.queries(),
                        audit.targetRecall()));
            case AuditOutcome.NotNeeded(long rows) ->
                new JobEnd.Completed(rows + " assets are searched exactly, so that there is nothing to audit");
            case AuditOutcome.TimedOut timedOut ->
                new JobEnd.Failed("The time for one client account's audit was over before it knew enough.");
            case AuditOutcome.Failed(String reason) -> new JobEnd.Failed(reason);
        };
    }
}

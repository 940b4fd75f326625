package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.similarity.index.application.AuditOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.AuditRun;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
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
    public JobReport run(JobRun run, JobProgress progress) {
        AuditRun audit = jobs.audit(catalog.clientAccount(run.scope()), account -> {});
        return JobReport.of(
                audit.end(),
                "Recall is being audited already; this job follows.",
                () -> report(audit.accounts().getFirst().outcome()));
    }

    private static JobReport report(AuditOutcome outcome) {
        return switch (outcome) {
            case AuditOutcome.Audited(var audit) ->
                JobReport.completed(String.format(
                        Locale.ROOT,
                        "recall@%d is %.4f over %d queries, the target is %.2f",
                        audit.topK(),
                        audit.recall(),
                        audit.queries(),
                        audit.targetRecall()));
            case AuditOutcome.NotNeeded(long rows) ->
                JobReport.completed(rows + " assets are searched exactly, so that there is nothing to audit");
            case AuditOutcome.TimedOut timedOut ->
                JobReport.failed("The time for one client account's audit was over before it knew enough.");
            case AuditOutcome.Failed(String reason) -> JobReport.failed(reason);
        };
    }
}

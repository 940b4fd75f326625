package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintainedAccount;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Maintains the client account's HNSW indexes. */
@Component
class ReindexWork implements JobWork {
    private final VectorIndexJobs jobs;
    private final EngagementCatalog catalog;

    ReindexWork(VectorIndexJobs jobs, EngagementCatalog catalog) {
        this.jobs = jobs;
        this.catalog = catalog;
    }

    @Override
    public JobKind kind() {
        return JobKind.REINDEX;
    }

    @Override
    public JobReport run(JobRun run, JobProgress progress) {
        MaintenanceRun maintenance = jobs.maintain(catalog.clientAccount(run.scope()), reportingTo(progress));
        return JobReport.of(
                maintenance.end(),
                "Indexes are being maintained already; this job follows.",
                () -> report(maintenance.accounts()));
    }

    static MaintenanceProgress reportingTo(JobProgress progress) {
        return new MaintenanceProgress() {
            @Override
            public BuildProgress beginning(ClientAccount account) {
                return (phase, done, total) -> progress.report(done, total);
            }

            @Override
            public void ended(MaintainedAccount account) {
                // The end of the job says so.
            }
        };
    }

    private static JobReport report(List<MaintainedAccount> accounts) {
        List<MaintenanceOutcome> outcomes =
                accounts.stream().map(MaintainedAccount::outcome).toList();
        for (MaintenanceOutcome outcome : outcomes) {
            if (outcome instanceof MaintenanceOutcome.Failed(String reason)) {
                return JobReport.failed(reason);
            }
            if (outcome instanceof MaintenanceOutcome.Busy) {
                return JobReport.busy("Another index is being built; this job follows.");
            }
        }
        return JobReport.completed(
                outcomes.stream().map(ReindexWork::text).distinct().collect(Collectors.joining("; ")));
    }

    private static String text(MaintenanceOutcome outcome) {
        return switch (outcome) {
            case MaintenanceOutcome.Kept kept -> "nothing had to be built or dropped";
            case MaintenanceOutcome.Built built ->
                "an index over " + built.index().rows() + " assets was built";
            case MaintenanceOutcome.Dropped dropped -> "an index that is needed no more was dropped";
            case MaintenanceOutcome.Busy busy -> "busy";
            case MaintenanceOutcome.Failed failed -> failed.reason();
        };
    }
}

package io.modernize.cmdb.offboarding.batch;

import io.modernize.cmdb.inventory.application.EngagementArchives;
import io.modernize.cmdb.inventory.application.ExportOutcome;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import io.modernize.cmdb.jobs.batch.DatabaseFailure;
import io.modernize.cmdb.offboarding.application.Offboard;
import io.modernize.cmdb.offboarding.application.Offboard.Preparation;
import io.modernize.cmdb.offboarding.application.OffboardingOutcome;
import io.modernize.cmdb.offboarding.application.OffboardingReport;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Deletes everything of an engagement. If an export was asked for, it is written first. */
@Component
class OffboardingWork implements JobWork {
    /** The argument that tells whether to export first. */
    static final String EXPORT = "export";

    private static final Logger LOG = LoggerFactory.getLogger(OffboardingWork.class);

    private final Offboard offboard;
    private final EngagementArchives archives;
    private final Path directory;

    OffboardingWork(
            Offboard offboard, EngagementArchives archives, @Value("${cmdb.export.directory:exports}") Path directory) {
        this.offboard = offboard;
        this.archives = archives;
        this.directory = directory;
    }

    @Override
    public JobKind kind() {
        return JobKind.OFFBOARDING;
    }

    @Override
    public JobReport run(JobRun run, JobProgress progress) {
        Preparation preparation =
                Boolean.parseBoolean(run.arguments().get(EXPORT)) ? exportOf(run, progress) : Preparation.NONE;
        OffboardingOutcome outcome =
                offboard.run(run.scope(), preparation, progress::report, progress::isStopRequested);
        return switch (outcome) {
            case OffboardingOutcome.Completed completed -> JobReport.completed(text(completed.report()));
            case OffboardingOutcome.EngagementBusy busy ->
                JobReport.busy("Another job works on the engagement; this one follows it.");
            case OffboardingOutcome.ResourcesBusy busy ->
                JobReport.busy("An index is being built; this job follows it.");
            case OffboardingOutcome.Unprepared unprepared ->
                JobReport.failed("The export failed, so that nothing was deleted; the operator's log has the details.");
            case OffboardingOutcome.Stopped stopped -> new JobReport(new JobEnd.Stopped(), text(stopped.report()));
            case OffboardingOutcome.Failed failed -> failed(run, failed);
            case OffboardingOutcome.SomethingLeft left ->
                JobReport.failed(
                        text(left.report()) + "; something was written meanwhile and is left. Restart the job.");
        };
    }

    private static JobReport failed(JobRun run, OffboardingOutcome.Failed failed) {
        LOG.error("Offboarding {} failed", run.id(), failed.cause());
        return DatabaseFailure.of(failed.cause())
                .filter(DatabaseFailure::passes)
                .map(failure -> new JobReport(
                        new JobEnd.Interrupted(failure.reason()), text(failed.report()) + "; " + failure.reason()))
                .orElseGet(() -> JobReport.failed(
                        text(failed.report()) + "; an unexpected error, the operator's log has the details"));
    }

    /**
     * The export into a folder of the run's own, so that a restart finds its own unfinished export and nobody else's.
     */
    private Preparation exportOf(JobRun run, JobProgress progress) {
        Path target = directory.resolve(run.id().toString());
        return (scope, engagements) -> {
            ExportOutcome outcome = archives.write(new ExportRequest(scope, target, true), progress);
            if (!(outcome instanceof ExportOutcome.Completed)) {
                LOG.error("The export before offboarding {} came to nothing: {}", run.id(), outcome);
            }
            return outcome instanceof ExportOutcome.Completed;
        };
    }

    private static String text(OffboardingReport report) {
        return report.deletedRows() + " rows deleted"
                + report.deleted().stream()
                        .map(table -> table.rows() + " of " + table.table())
                        .collect(Collectors.joining(", ", report.deleted().isEmpty() ? "" : ": ", ""));
    }
}

package io.modernize.cmdb.inventory.imports.batch;

import static io.modernize.cmdb.inventory.application.ImportArguments.DELETE_MISSING;
import static io.modernize.cmdb.inventory.application.ImportArguments.UPLOAD;

import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog.ImportOrigin;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Imports an uploaded file, which it reads from the database. A copy on a disk would stay there if the process died.
 * The file is kept until the import is done, so that a restart needs no other upload.
 */
@Component
class ImportWork implements JobWork {
    private final AssetImportJobs imports;
    private final ImportUploads uploads;

    ImportWork(AssetImportJobs imports, ImportUploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @Override
    public JobKind kind() {
        return JobKind.IMPORT;
    }

    @Override
    public JobReport run(JobRun run, JobProgress progress) {
        ImportUploadId id = new ImportUploadId(
                UUID.fromString(String.valueOf(run.arguments().get(UPLOAD))));
        Optional<ImportUpload> upload = uploads.find(run.scope(), id);
        if (upload.isEmpty()) {
            return JobReport.failed("The uploaded file is not there any more. Upload it again.");
        }
        return importFile(run, upload.get(), progress);
    }

    private JobReport importFile(JobRun run, ImportUpload upload, JobProgress progress) {
        ImportRequest request = new ImportRequest(
                run.scope(),
                Objects.requireNonNull(run.engagementId(), "an import is into an engagement"),
                new ImportSource.KeptFile(upload.fileName(), upload.bytes(), () -> uploads.open(run.scope(), upload)),
                Boolean.parseBoolean(run.arguments().get(DELETE_MISSING))
                        ? MissingAssetPolicy.DELETE
                        : MissingAssetPolicy.REPORT,
                new ImportOrigin(run.id(), run.requestedBy()));
        return switch (imports.run(request, progress)) {
            case ImportOutcome.Completed(ImportSummary summary) -> {
                uploads.delete(run.scope(), upload.id());
                yield JobReport.completed(text(summary));
            }
            case ImportOutcome.Refused(var refusal) -> {
                uploads.delete(run.scope(), upload.id());
                yield JobReport.failed(
                        upload.fileName() + " was refused: " + refusal.message() + ". " + refusal.remedy());
            }
            case ImportOutcome.EngagementBusy() ->
                JobReport.busy("Another import into this engagement is under way; this one follows it.");
            case ImportOutcome.StorageLow(String reason) -> {
                String waits = "Nothing can be imported now: " + reason + ". The job waits for room, with its file.";
                yield new JobReport(new JobEnd.Interrupted(waits), waits);
            }
            case ImportOutcome.Interrupted(var importId, var end) -> new JobReport(end, end.reason());
        };
    }

    private static String text(ImportSummary summary) {
        ImportCounts counts = summary.counts();
        String text = "%s (%s): %d rows, %d created, %d updated, %d unchanged, %d rejected"
                .formatted(
                        summary.fileName(),
                        summary.format(),
                        summary.totalRows(),
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.rejected());
        return summary.missing() == 0
                ? text
                : text
                        + "; %d assets missing from it, %d of them deleted"
                                .formatted(summary.missing(), summary.deleted());
    }
}

package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.files.batch.SourceFile;
import io.modernize.cmdb.inventory.files.batch.SourceFileInspector;
import io.modernize.cmdb.inventory.files.batch.SourceInspection;
import io.modernize.cmdb.inventory.files.batch.SourceInspection.Readable;
import io.modernize.cmdb.inventory.files.batch.SourceInspection.Unreadable;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.SpaceWatch;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.jobs.batch.OneAtATime;
import io.modernize.cmdb.jobs.batch.OneAtATime.Turn;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace.Shortage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/**
 * Runs imports as jobs, one at a time for each engagement.
 *
 * <p>An interrupted import continues as a new job instance. Its position is in the import's own log, and not in
 * Batch's. A job that died twice cannot be recovered twice, because Batch 6.0 copies the mark of the first recovery.
 */
@Component
class BatchAssetImportJobs implements AssetImportJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BatchAssetImportJobs.class);

    private final JobAttempts attempts;
    private final OneAtATime oneAtATime;
    private final Job job;
    private final AssetImportLog log;
    private final FreeSpace space;
    private final SourceFileInspector inspector;

    BatchAssetImportJobs(
            JobAttempts attempts,
            OneAtATime oneAtATime,
            Job assetImportJob,
            AssetImportLog log,
            ImportProperties properties,
            FreeSpace space) {
        this.attempts = attempts;
        this.oneAtATime = oneAtATime;
        this.job = assetImportJob;
        this.log = log;
        this.space = space;
        this.inspector = new SourceFileInspector(properties.maxFileSize().toBytes());
    }

    @Override
    public ImportOutcome run(ImportRequest request, JobProgress progress) {
        Optional<Shortage> shortage = space.inDatabase();
        if (shortage.isPresent()) {
            return new ImportOutcome.StorageLow(shortage.get().reason());
        }
        Optional<Turn> turn = oneAtATime.take(request.scope(), request.engagementId(), EngagementLocks.IMPORT);
        if (turn.isEmpty()) {
            return new ImportOutcome.EngagementBusy();
        }
        try (Turn taken = turn.get()) {
            return switch (inspect(request)) {
                case Unreadable(ImportRefusal refusal) -> new ImportOutcome.Refused(refusal);
                case Readable(SourceFile file) -> importFile(request, file, progress);
            };
        }
    }

    private SourceInspection inspect(ImportRequest request) {
        try {
            return inspector.inspect(request.source());
        } catch (IOException e) {
            LOG.warn("Reading a file for engagement {} failed", request.engagementId(), e);
            return new Unreadable(new ImportRefusal(
                    ImportRefusal.Code.NOT_READABLE,
                    "the file cannot be read: " + e.getMessage(),
                    "Check the disk or share that it lies on, or upload it again; then import it again."));
        }
    }

    private ImportOutcome importFile(ImportRequest request, SourceFile file, JobProgress progress) {
        ContentHash fileHash = ContentHash.ofBytes(HexFormat.of().parseHex(file.sha256()));
        Optional<AssetImport> unfinished = log.findUnfinished(request.scope(), request.engagementId(), fileHash);
        AssetImport assetImport = unfinished.orElseGet(() -> log.begin(
                request.scope(),
                new NewAssetImport(
                        request.engagementId(),
                        file.source().name(),
                        fileHash,
                        file.format().name(),
                        file.dataRows(),
                        request.origin())));

        unfinished.ifPresent(resumed -> log.resume(request.scope(), resumed.id(), request.origin()));

        SpaceWatch watched = new SpaceWatch(attempts.stoppable(progress), space);
        ImportRun run = new ImportRun(request.scope(), assetImport, file, request.missingAssets(), watched);
        FinishedAttempt attempt = attempts.run(job, run, watched);
        Optional<JobEnd.Unfinished> interruption = attempt.interruption();
        if (interruption.isPresent()) {
            return new ImportOutcome.Interrupted(assetImport.id(), watched.reasonOf(interruption.get()));
        }
        return new ImportOutcome.Completed(summary(
                request,
                log.get(request.scope(), assetImport.id()),
                unfinished.isPresent(),
                attempt.results().find(ImportSettlement.class).orElseThrow()));
    }

    private static ImportSummary summary(
            ImportRequest request, AssetImport state, boolean resumed, ImportSettlement settlement) {
        return new ImportSummary(
                state.id(),
                request.source() instanceof ImportSource.LocalFile(Path path)
                        ? path.toString()
                        : request.source().name(),
                state.format(),
                state.totalRows(),
                state.counts(),
                resumed,
                settlement.missing(),
                settlement.deleted(),
                settlement.warnings(),
                settlement.rejectionReport(),
                settlement.missingReport());
    }
}

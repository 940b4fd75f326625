package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Ends an import. It writes the reports first, because they can be written again. The rest is done in the transaction
 * of the step.
 */
class SettleImport implements Tasklet {
    private final ImportRun run;
    private final AssetImportLog log;
    private final ImportReports reports;
    private final AttemptResults results;

    SettleImport(ImportRun run, AssetImportLog log, ImportReports reports, AttemptResults results) {
        this.run = run;
        this.log = log;
        this.reports = reports;
        this.results = results;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws IOException {
        TenantScope scope = run.scope();
        AssetImportId importId = run.assetImport().id();
        AssetImport state = log.get(scope, importId);

        Optional<Path> rejections = reports.writeRejections(scope, importId);
        long missing = log.countMissing(scope, importId);
        Optional<Path> missingAssets =
                missing > 0 ? Optional.of(reports.writeMissing(scope, importId)) : Optional.empty();

        List<String> warnings = new ArrayList<>(run.file().warnings());
        long deleted = 0;
        if (missing > 0 && run.missingAssets() == MissingAssetPolicy.DELETE) {
            if (state.counts().rejected() == 0) {
                deleted = log.deleteMissing(scope, importId);
            } else {
                warnings.add("missing assets were not deleted, since rows were rejected and may be theirs");
            }
        }
        if (state.counts().rejected() == 0 && rejections.isPresent()) {
            warnings.add("no row was rejected, and some were not imported or indexed as a whole: the report of rejected"
                    + " rows says which");
        }
        log.finish(scope, importId);
        results.put(
                ImportSettlement.class, new ImportSettlement(missing, deleted, warnings, rejections, missingAssets));
        return RepeatStatus.FINISHED;
    }
}

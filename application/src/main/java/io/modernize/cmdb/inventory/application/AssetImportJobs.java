package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.application.AssetImportLog.ImportOrigin;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports files of assets or relations into an engagement. */
public interface AssetImportJobs {
    /**
     * Imports a file and returns when that is done. An interrupted import of the same file continues where it was. Rows
     * that cannot be used are reported and do not stop the others. A file that cannot be read to its end is refused
     * before anything is stored.
     *
     * @throws IllegalArgumentException if the scope does not cover the engagement
     */
    ImportOutcome run(ImportRequest request, JobProgress progress);

    /**
     * @param missingAssets what to do with assets of the file's source system that are not in the file
     * @param origin the job that imports the file; null for the command line
     */
    record ImportRequest(
            TenantScope scope,
            EngagementId engagementId,
            ImportSource source,
            MissingAssetPolicy missingAssets,
            @Nullable ImportOrigin origin) {
        /** A request of the command line. */
        public ImportRequest(
                TenantScope scope, EngagementId engagementId, Path file, MissingAssetPolicy missingAssets) {
            this(scope, engagementId, new ImportSource.LocalFile(file), missingAssets, null);
        }
    }

    enum MissingAssetPolicy {
        REPORT,
        /**
         * Deletes the assets if every row of the file could be used. A rejected row may be the one of a missing asset.
         */
        DELETE
    }

    /** The outcome of a request. */
    sealed interface ImportOutcome {
        record Completed(ImportSummary summary) implements ImportOutcome {}

        /** Nothing of the file was stored. */
        record Refused(ImportRefusal refusal) implements ImportOutcome {}

        /** Another process is importing into the same engagement. */
        record EngagementBusy() implements ImportOutcome {}

        /** Ended half-way; the same request continues. */
        record Interrupted(AssetImportId importId, JobEnd.Unfinished end) implements ImportOutcome {}
    }

    /**
     * @param resumed whether this run continued an interrupted one; the counts are those of both
     * @param missing the number of assets of the file's source system that are not in the file
     * @param deleted the number of missing assets that were deleted
     * @param rejectionReport the file with the rejected rows and what was left out of others, if there were any
     * @param missingReport the file with the missing assets, if there were any
     */
    record ImportSummary(
            AssetImportId importId,
            String fileName,
            String format,
            long totalRows,
            ImportCounts counts,
            boolean resumed,
            long missing,
            long deleted,
            List<String> warnings,
            Optional<Path> rejectionReport,
            Optional<Path> missingReport) {}
}

package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What each import has done so far. Written in the transaction of the rows themselves, so that an interrupted import
 * continues exactly where it was. A call that names an import or an engagement outside its scope throws.
 */
public interface AssetImportLog {
    /** Begins an import at its first row. What is unfinished in its engagement is abandoned. */
    AssetImport begin(TenantScope scope, NewAssetImport newImport);

    /**
     * The import of these bytes into the engagement that was begun and not finished, if there is one and no other was
     * begun since: that may have overwritten what this one stored, so that going on would lose it.
     */
    Optional<AssetImport> findUnfinished(TenantScope scope, EngagementId engagementId, ContentHash fileHash);

    /** Notes that the import goes on with another job; null from the command line. */
    void resume(TenantScope scope, AssetImportId importId, @Nullable ImportOrigin origin);

    /** The import, which must exist. */
    AssetImport get(TenantScope scope, AssetImportId importId);

    /**
     * Notes that rows of the file hold these keys.
     *
     * @param lineByKey the line of each key's row
     * @return the keys that an earlier row of the same file holds, with that row's line
     */
    Map<AssetKey, Long> claimKeys(TenantScope scope, AssetImportId importId, Map<AssetKey, Long> lineByKey);

    void reject(TenantScope scope, AssetImportId importId, List<RejectedCell> cells);

    /** Adds to the counts and moves on to the given row. */
    void advance(TenantScope scope, AssetImportId importId, long nextRow, ImportCounts delta);

    /** Visits what was rejected, by line, without holding all of it in memory. */
    void forEachRejected(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor);

    /** How many assets of the file's source systems in the engagement the file does not hold. */
    long countMissing(TenantScope scope, AssetImportId importId);

    /** Visits those assets, without holding all of them in memory. */
    void forEachMissing(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor);

    /** Deletes those assets with their embeddings and relations; the answer is how many. */
    int deleteMissing(TenantScope scope, AssetImportId importId);

    /** Marks the import as finished and forgets the claimed keys, which only the import needed. */
    void finish(TenantScope scope, AssetImportId importId);

    /**
     * @param format name of the file's format
     * @param totalRows data rows of the file
     * @param origin the job that begins it; null from the command line
     */
    record NewAssetImport(
            EngagementId engagementId,
            String fileName,
            ContentHash fileHash,
            String format,
            long totalRows,
            @Nullable ImportOrigin origin) {
        /** From the command line. */
        public NewAssetImport(
                EngagementId engagementId, String fileName, ContentHash fileHash, String format, long totalRows) {
            this(engagementId, fileName, fileHash, format, totalRows, null);
        }
    }

    /** @param requestedBy who asked for the job */
    record ImportOrigin(JobRunId jobId, String requestedBy) {}

    /** @param nextRow the first data row, counted from 0, that is not imported yet */
    record AssetImport(
            AssetImportId id,
            EngagementId engagementId,
            String fileName,
            String format,
            long totalRows,
            long nextRow,
            ImportCounts counts) {}

    /**
     * One reason why a row was rejected.
     *
     * @param line physical line of the file, the header being line 1
     * @param column header of the offending column; null where the whole row is at fault
     * @param value its value, shortened; null where there is none to show
     */
    record RejectedCell(
            long line, @Nullable String column, @Nullable String value, String reason) {}

    /** An asset that an earlier import brought and this file does not hold. */
    record MissingAsset(AssetKey key, String name) {}
}

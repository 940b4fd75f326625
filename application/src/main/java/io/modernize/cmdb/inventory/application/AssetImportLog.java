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
 * The progress of each import. It is stored in the transaction of the rows themselves, so that an interrupted import
 * continues exactly where it was. A call with an import or an engagement outside its scope throws.
 */
public interface AssetImportLog {
    /** Begins an import at its first row. Unfinished imports of its engagement are abandoned. */
    AssetImport begin(TenantScope scope, NewAssetImport newImport);

    /**
     * The unfinished import of these bytes into the engagement. Empty if there is none, or if another import was begun
     * since: that one may have overwritten rows of this one, so continuing would lose them.
     */
    Optional<AssetImport> findUnfinished(TenantScope scope, EngagementId engagementId, ContentHash fileHash);

    /** Records that another job continues the import; null for the command line. */
    void resume(TenantScope scope, AssetImportId importId, @Nullable ImportOrigin origin);

    /** The import. It must exist. */
    AssetImport get(TenantScope scope, AssetImportId importId);

    /**
     * Records that rows of the file have these keys.
     *
     * @param lineByKey the line of each key's row
     * @return the keys that an earlier row of the same file has, with the line of that row
     */
    Map<AssetKey, Long> claimKeys(TenantScope scope, AssetImportId importId, Map<AssetKey, Long> lineByKey);

    /** Records why rows were rejected, and what was left out of others. */
    void reject(TenantScope scope, AssetImportId importId, List<RejectedCell> cells);

    /** Adds to the counts and moves on to the given row. */
    void advance(TenantScope scope, AssetImportId importId, long nextRow, ImportCounts delta);

    /** Visits what {@link #reject} recorded in the order of lines, without holding all of them in memory. */
    void forEachRejected(TenantScope scope, AssetImportId importId, Consumer<RejectedCell> visitor);

    /** The number of assets in the engagement that belong to the file's source systems and are not in the file. */
    long countMissing(TenantScope scope, AssetImportId importId);

    /** Visits the missing assets, without holding all of them in memory. */
    void forEachMissing(TenantScope scope, AssetImportId importId, Consumer<MissingAsset> visitor);

    /** Deletes the missing assets with their embeddings and relations, and returns their number. */
    int deleteMissing(TenantScope scope, AssetImportId importId);

    /** Marks the import as finished and forgets the claimed keys, which only the import needed. */
    void finish(TenantScope scope, AssetImportId importId);

    /**
     * @param format the name of the file's format
     * @param totalRows the number of data rows in the file
     * @param origin the job that begins the import; null for the command line
     */
    record NewAssetImport(
            EngagementId engagementId,
            String fileName,
            ContentHash fileHash,
            String format,
            long totalRows,
            @Nullable ImportOrigin origin) {
        /** An import of the command line. */
        public NewAssetImport(
                EngagementId engagementId, String fileName, ContentHash fileHash, String format, long totalRows) {
            this(engagementId, fileName, fileHash, format, totalRows, null);
        }
    }

    /** @param requestedBy the person or program that asked for the job */
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
     * One reason why a row was rejected, or one thing that was left out of an imported row.
     *
     * @param line the physical line of the file; the header is line 1
     * @param column the header of the wrong column; null if the whole row is wrong
     * @param value the wrong value, shortened; null if there is none to show
     * @param imported whether the row was imported all the same
     */
    record RejectedCell(
            long line, @Nullable String column, @Nullable String value, String reason, boolean imported) {
        /** A reason why a row was rejected. */
        public RejectedCell(long line, @Nullable String column, @Nullable String value, String reason) {
            this(line, column, value, reason, false);
        }
    }

    /** An asset that an earlier import brought and that is not in this file. */
    record MissingAsset(AssetKey key, String name) {}
}

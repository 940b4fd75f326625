package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was imported into a scope, for those who look back. */
public interface ImportHistory {
    /**
     * Imports of the scope, newest first.
     *
     * @param after only those behind this place; null to begin
     * @param limit at most so many
     */
    Page<PastImport> page(TenantScope scope, @Nullable ImportPosition after, int limit);

    /** One of the scope's imports. */
    Optional<PastImport> find(TenantScope scope, AssetImportId id);

    /**
     * What an import rejected, by line; nothing where the scope has no such import.
     *
     * @param after only what lies behind this place; null to begin
     * @param limit at most so many
     */
    Page<PlacedRejection> rejections(TenantScope scope, AssetImportId id, @Nullable RejectionPosition after, int limit);

    /**
     * The import that last changed each of the assets: the last one of the engagement that had begun by then, as one
     * engagement has one import at a time. Assets of which there is none are absent from the answer.
     */
    Map<AssetId, PastImport> lastOf(TenantScope scope, Collection<AssetId> assets);

    /**
     * An import.
     *
     * @param finishedAt null where it is under way or was cut off
     * @param jobId the job that did it, the last one where several went on with it; it may have been forgotten since; null from
     *     the command line
     * @param requestedBy who asked for that job
     */
    record PastImport(
            AssetImport state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable JobRunId jobId,
            @Nullable String requestedBy) {
        public ImportPosition position() {
            return new ImportPosition(startedAt, state.id());
        }
    }

    /** The place of an import among all. */
    record ImportPosition(Instant startedAt, AssetImportId id) {}

    /** What was rejected, and where that stands among all that the import rejected. */
    record PlacedRejection(RejectedCell cell, RejectionPosition position) {}

    /** @param ofLine from 1, as a line may be rejected for several reasons */
    record RejectionPosition(long line, int ofLine) {}
}

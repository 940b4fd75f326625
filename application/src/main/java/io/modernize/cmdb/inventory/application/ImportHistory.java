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

/** The imports into a scope, for people who look back. */
public interface ImportHistory {
    /**
     * The imports of the scope, newest first.
     *
     * @param after only imports after this place; null to begin
     * @param limit the greatest number of imports
     */
    Page<PastImport> page(TenantScope scope, @Nullable ImportPosition after, int limit);

    /** One import of the scope. */
    Optional<PastImport> find(TenantScope scope, AssetImportId id);

    /**
     * The rejections of an import in the order of lines. There are none if the scope has no such import.
     *
     * @param after only rejections after this place; null to begin
     * @param limit the greatest number of rejections
     */
    Page<PlacedRejection> rejections(TenantScope scope, AssetImportId id, @Nullable RejectionPosition after, int limit);

    /**
     * The import that last changed each of the assets. It is the last import of the engagement that had begun by then,
     * because an engagement has one import at a time. Assets without such an import are absent from the result.
     */
    Map<AssetId, PastImport> lastOf(TenantScope scope, Collection<AssetId> assets);

    /**
     * An import of the past.
     *
     * @param finishedAt null if the import is running or was interrupted
     * @param jobId the last job that ran the import, which may have been forgotten since; null for the command line
     * @param requestedBy the person or program that asked for that job
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

    /** The place of an import among all imports. */
    record ImportPosition(Instant startedAt, AssetImportId id) {}

    /** A rejection, and its place among all rejections of the import. */
    record PlacedRejection(RejectedCell cell, RejectionPosition position) {}

    /** @param ofLine counted from 1, because a line may be rejected for several reasons */
    record RejectionPosition(long line, int ofLine) {}
}

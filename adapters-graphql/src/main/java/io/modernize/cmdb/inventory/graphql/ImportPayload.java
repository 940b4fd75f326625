package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.api.lookups.InEngagement;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * GraphQL type {@code Import}.
 *
 * @param jobId the job that ran the import; it is looked up when somebody asks for it
 */
record ImportPayload(
        String id,
        EngagementId engagementId,
        TenantScope scope,
        String fileName,
        String format,
        Long totalRows,
        Long readRows,
        Long created,
        Long updated,
        Long unchanged,
        Long rejected,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable JobRunId jobId,
        @Nullable String requestedBy)
        implements InEngagement {
    static ImportPayload from(TenantScope scope, PastImport past) {
        AssetImport state = past.state();
        return new ImportPayload(
                state.id().toString(),
                state.engagementId(),
                scope,
                state.fileName(),
                state.format(),
                state.totalRows(),
                state.nextRow(),
                state.counts().created(),
                state.counts().updated(),
                state.counts().unchanged(),
                state.counts().rejected(),
                past.startedAt(),
                past.finishedAt(),
                past.jobId(),
                past.requestedBy());
    }
}

package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.ImportHistory.PastImport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code Import}. */
record ImportPayload(
        String id,
        String engagementId,
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
        @Nullable String jobId,
        @Nullable String requestedBy) {
    static ImportPayload from(PastImport past) {
        AssetImport state = past.state();
        return new ImportPayload(
                state.id().toString(),
                state.engagementId().toString(),
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
                past.jobId() == null ? null : past.jobId().toString(),
                past.requestedBy());
    }
}

package io.modernize.cmdb.embedding.graphql;

import io.modernize.cmdb.embedding.application.EmbeddingCoverage.EngagementCoverage;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code EmbeddingCoverage}. */
record EmbeddingCoveragePayload(
        String engagementId,
        long assets,
        long current,
        long missing,
        long stale,
        long refused,
        @Nullable Instant dueSince,
        @Nullable Long dueSeconds) {
    static EmbeddingCoveragePayload from(EngagementCoverage coverage, Instant now) {
        Instant dueSince = coverage.dueSince();
        return new EmbeddingCoveragePayload(
                coverage.engagementId().toString(),
                coverage.assets(),
                coverage.current(),
                coverage.missing(),
                coverage.stale(),
                coverage.refused(),
                dueSince,
                dueSince == null
                        ? null
                        : Math.max(0, Duration.between(dueSince, now).toSeconds()));
    }
}

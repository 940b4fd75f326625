package io.modernize.cmdb.embedding.graphql;

import io.modernize.cmdb.api.lookups.InEngagement;
import io.modernize.cmdb.embedding.application.EmbeddingCoverage.EngagementCoverage;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code EmbeddingCoverage}. */
record EmbeddingCoveragePayload(
        EngagementId engagementId,
        TenantScope scope,
        long assets,
        long current,
        long missing,
        long stale,
        long refused,
        @Nullable Instant dueSince,
        @Nullable Long dueSeconds)
        implements InEngagement {
    static EmbeddingCoveragePayload from(TenantScope scope, EngagementCoverage coverage, Instant now) {
        Instant dueSince = coverage.dueSince();
        return new EmbeddingCoveragePayload(
                coverage.engagementId(),
                scope,
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

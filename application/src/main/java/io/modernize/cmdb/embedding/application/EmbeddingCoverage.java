package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the assets that have an up-to-date embedding. */
public interface EmbeddingCoverage {
    /** The coverage of each engagement of the scope that has assets. */
    List<EngagementCoverage> of(TenantScope scope, EmbeddingSpace space);

    /**
     * The coverage of one engagement.
     *
     * @param missing assets without an embedding
     * @param stale assets that have changed since they were embedded
     * @param refused assets that the model refuses as they are; they are neither missing nor stale
     * @param dueSince since when the asset that has waited longest waits; null if no asset is missing or stale
     */
    record EngagementCoverage(
            EngagementId engagementId,
            long assets,
            long missing,
            long stale,
            long refused,
            @Nullable Instant dueSince) {
        /** The coverage of an engagement without assets. */
        public static EngagementCoverage none(EngagementId engagementId) {
            return new EngagementCoverage(engagementId, 0, 0, 0, 0, null);
        }

        /** The number of assets whose embedding is up to date. */
        public long current() {
            return assets - missing - stale - refused;
        }
    }
}

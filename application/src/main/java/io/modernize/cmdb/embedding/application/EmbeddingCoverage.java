package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far embeddings have followed the assets. */
public interface EmbeddingCoverage {
    /** Of each engagement of the scope that has assets. */
    List<EngagementCoverage> of(TenantScope scope, EmbeddingSpace space);

    /**
     * An engagement's.
     *
     * @param missing assets without an embedding
     * @param stale assets that have changed since they were embedded
     * @param refused assets that the model refuses as they are; neither missing nor stale
     * @param dueSince when the one of the missing and stale assets was changed last that has waited longest; null for none
     */
    record EngagementCoverage(
            EngagementId engagementId,
            long assets,
            long missing,
            long stale,
            long refused,
            @Nullable Instant dueSince) {
        /** Assets whose embedding is that of what they are now. */
        public long current() {
            return assets - missing - stale - refused;
        }
    }
}

package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/**
 * Assets whose documents the model refuses, one refusal for an asset and space. {@link EmbeddingStore} does not hold such
 * an asset for due until its content changes.
 */
public interface EmbeddingRefusals {
    /**
     * Records refusals, replacing those of the same asset and space. All or nothing. An asset that was deleted
     * meanwhile or lies outside the scope is passed over.
     */
    void record(TenantScope scope, EmbeddingSpace space, List<AssetRefusal> refusals);

    /** How many of the scope's assets are left out, as they have the content that was refused. */
    long count(TenantScope scope, EmbeddingSpace space);

    /**
     * The model refuses an asset.
     *
     * @param contentHash of what was refused
     * @param reason fit for people, without the text; its first {@value #MAX_REASON} characters are kept
     */
    record AssetRefusal(AssetId assetId, EngagementId engagementId, ContentHash contentHash, String reason) {
        static final int MAX_REASON = 500;

        public AssetRefusal {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a refusal without a reason");
            }
            reason = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
        }
    }
}

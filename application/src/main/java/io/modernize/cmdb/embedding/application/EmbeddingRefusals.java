package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/**
 * The assets whose documents the model refuses, with one refusal for an asset and space. {@link EmbeddingStore} does
 * not call such an asset due until its content changes.
 */
public interface EmbeddingRefusals {
    /**
     * Records refusals and replaces those of the same asset and space. It records all or none. An asset that was
     * deleted meanwhile, or is outside the scope, is left out.
     */
    void record(TenantScope scope, EmbeddingSpace space, List<AssetRefusal> refusals);

    /** The number of the scope's assets that are left out, because their content is the one that was refused. */
    long count(TenantScope scope, EmbeddingSpace space);

    /**
     * A refusal of an asset by the model.
     *
     * @param contentHash the hash of the refused content
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

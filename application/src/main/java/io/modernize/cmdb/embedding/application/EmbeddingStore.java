package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The embeddings of a scope's assets, one per asset and space. */
public interface EmbeddingStore {
    /**
     * How many assets of the scope lack an embedding in the space or have a stale one, but for those that the model
     * refused as they are ({@link EmbeddingRefusals}).
     */
    long countDue(TenantScope scope, EmbeddingSpace space);

    /**
     * Those assets, in the order of their ids.
     *
     * @param after only ids beyond this one; null to begin
     * @param limit at most so many
     */
    List<Asset> findDue(TenantScope scope, EmbeddingSpace space, @Nullable AssetId after, int limit);

    /**
     * Stores embeddings, replacing those of the same asset and space. All or nothing.
     *
     * <p>An asset deleted meanwhile is passed over; one changed meanwhile stays stale, as the stored content hash is
     * the one that the vector was made from.
     */
    void save(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings);

    /** The vector of an asset, or empty where the scope has no such asset or it is not embedded yet. */
    Optional<EmbeddingVector> find(TenantScope scope, EmbeddingSpace space, AssetId assetId);

    /** How many of the scope's assets are embedded in the space, stale or not. */
    long count(TenantScope scope, EmbeddingSpace space);

    /** A vector and what it was made from. */
    record AssetEmbedding(
            AssetId assetId, EngagementId engagementId, EmbeddingVector vector, ContentHash contentHash) {}
}

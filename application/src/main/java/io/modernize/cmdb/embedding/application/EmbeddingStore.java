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

/** The embeddings of a scope's assets, one for each asset and space. */
public interface EmbeddingStore {
    /**
     * The number of assets of the scope that have no embedding in the space, or a stale one. Assets that the model
     * refused as they are do not count ({@link EmbeddingRefusals}).
     */
    long countDue(TenantScope scope, EmbeddingSpace space);

    /**
     * The due assets that {@link #countDue} counts, in the order of their ids.
     *
     * @param after only ids greater than this one; null to begin
     * @param limit the greatest number of assets
     */
    List<Asset> findDue(TenantScope scope, EmbeddingSpace space, @Nullable AssetId after, int limit);

    /**
     * Stores embeddings and replaces those of the same asset and space. It stores all or none.
     *
     * <p>An asset that was deleted meanwhile is left out. An asset that was changed meanwhile stays stale, because the
     * stored content hash is the one that the vector was made from.
     */
    void save(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings);

    /** The vector of an asset. Empty if the scope has no such asset, or if it is not embedded yet. */
    Optional<EmbeddingVector> find(TenantScope scope, EmbeddingSpace space, AssetId assetId);

    /** The number of the scope's assets that are embedded in the space, stale or not. */
    long count(TenantScope scope, EmbeddingSpace space);

    /** A vector, and the content that it was made from. */
    record AssetEmbedding(
            AssetId assetId, EngagementId engagementId, EmbeddingVector vector, ContentHash contentHash) {}
}

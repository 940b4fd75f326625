package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/** Draws stored vectors of a scope at random. */
public interface VectorSamples {
    /**
     * Different assets with their vectors, in a random order. There are fewer than asked for if the scope has fewer.
     *
     * @param seed the same seed draws the same sample from the same data
     */
    List<StoredVector> draw(TenantScope scope, EmbeddingSpace space, int count, long seed);

    /** An embedded asset. */
    record StoredVector(AssetId assetId, EmbeddingVector vector) {}
}

package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** Finds the assets of a scope whose embeddings lie nearest to a vector. */
public interface EmbeddingIndex {
    /** Finds as many hits as asked for, whenever the scope with the filter has that many. */
    SimilarAssets nearest(TenantScope scope, NearestQuery query);

    /** Finds hits by the given plan and not by the one that costs least. This is for audits, which compare plans. */
    SimilarAssets nearest(TenantScope scope, NearestQuery query, SearchPlan plan);

    /**
     * The vector to look for, with the conditions of hits.
     *
     * @param vector a vector with the dimensions of the space
     * @param minimumScore hits that score less are left out
     * @param excluded an asset that is never a hit; null for none
     */
    record NearestQuery(
            EmbeddingSpace space,
            EmbeddingVector vector,
            TopK topK,
            AssetFilter filter,
            MinimumScore minimumScore,
            @Nullable AssetId excluded) {}
}

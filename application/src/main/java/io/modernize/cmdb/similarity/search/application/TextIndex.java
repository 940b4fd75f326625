package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assets of a scope by the words and identifiers of a text, alone or fused with the neighbours of a vector.
 *
 * <p>An asset with an identifier that equals the text, ignoring case, comes before one with an identifier that begins
 * with it, and that before all others. Words count the more the fewer assets of the scope have them, and the more the
 * field says of what an asset is: names and identifiers before facts and relations before the description.
 */
public interface TextIndex {
    /** The assets that have any of the words. Embedded or not. */
    SimilarAssets matching(TenantScope scope, TextQuery query);

    /** Those and the nearest to a vector, by {@link io.modernize.cmdb.similarity.search.ReciprocalRankFusion}. */
    SimilarAssets fused(TenantScope scope, FusedQuery query);

    /**
     * What to look for.
     *
     * @param excluded an asset that is never a hit; null for none
     * @param highlights whether to tell where in the hits the words stand
     */
    record TextQuery(
            QueryText text,
            TopK topK,
            AssetFilter filter,
            @Nullable AssetId excluded,
            boolean highlights) {}

    /**
     * What to look for.
     *
     * @param vector of the space's dimensions
     * @param minimumScore assets that are less like the vector are hits by their words only
     */
    record FusedQuery(TextQuery text, EmbeddingSpace space, EmbeddingVector vector, MinimumScore minimumScore) {}
}

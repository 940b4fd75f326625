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
 * <p>Assets with an identifier that equals the text, ignoring case, come first. Assets with an identifier that begins
 * with it come next. A word counts the more the fewer assets of the scope have it, and the more its field says of what
 * an asset is: names and identifiers before facts and relations, and these before the description.
 */
public interface TextIndex {
    /** The assets that have any of the words, embedded or not. */
    SimilarAssets matching(TenantScope scope, TextQuery query);

    /**
     * The assets that have any of the words and the assets nearest to a vector, fused by {@link
     * io.modernize.cmdb.similarity.search.ReciprocalRankFusion}.
     */
    SimilarAssets fused(TenantScope scope, FusedQuery query);

    /**
     * The text to look for, with the conditions of hits.
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
     * The text and the vector to look for, with the conditions of hits.
     *
     * @param vector a vector with the dimensions of the space
     * @param minimumScore assets that are less like the vector are found by their words only
     */
    record FusedQuery(TextQuery text, EmbeddingSpace space, EmbeddingVector vector, MinimumScore minimumScore) {}
}

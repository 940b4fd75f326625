package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * The question which assets of the scope fit a text.
 *
 * @param minimumScore the least score of hits by embeddings; without effect in {@link SearchMode#LEXICAL}
 * @param highlights whether to tell where in the hits the words stand
 */
public record SimilarAssetsQuery(
        TenantScope scope,
        QueryText text,
        SearchMode mode,
        TopK topK,
        AssetFilter filter,
        MinimumScore minimumScore,
        boolean highlights) {}

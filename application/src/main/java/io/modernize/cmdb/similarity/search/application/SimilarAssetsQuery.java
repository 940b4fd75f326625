package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * Which assets of the scope fit this text?
 *
 * @param minimumScore of hits by embeddings; without effect on {@link SearchMode#LEXICAL}
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

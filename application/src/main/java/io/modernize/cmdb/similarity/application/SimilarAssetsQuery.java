package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.similarity.AssetFilter;
import io.modernize.cmdb.similarity.MinimumScore;
import io.modernize.cmdb.similarity.QueryText;
import io.modernize.cmdb.similarity.SearchMode;
import io.modernize.cmdb.similarity.TopK;
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

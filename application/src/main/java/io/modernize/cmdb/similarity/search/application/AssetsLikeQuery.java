package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * Which assets of the scope that pass the filter are like this one of it?
 *
 * @param minimumScore of hits by embeddings; without effect on {@link SearchMode#LEXICAL}
 * @param highlights whether to tell where in the hits words of the asset stand
 */
public record AssetsLikeQuery(
        TenantScope scope,
        AssetId assetId,
        SearchMode mode,
        TopK topK,
        AssetFilter filter,
        MinimumScore minimumScore,
        boolean highlights) {}

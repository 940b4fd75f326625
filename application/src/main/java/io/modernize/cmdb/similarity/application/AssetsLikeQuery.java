package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.AssetFilter;
import io.modernize.cmdb.similarity.MinimumScore;
import io.modernize.cmdb.similarity.TopK;
import io.modernize.cmdb.tenancy.TenantScope;

/** Which assets of the scope that pass the filter are like this one of it? */
public record AssetsLikeQuery(
        TenantScope scope, AssetId assetId, TopK topK, AssetFilter filter, MinimumScore minimumScore) {}

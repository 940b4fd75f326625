package io.modernize.cmdb.similarity.application;

import io.modernize.cmdb.similarity.AssetFilter;
import io.modernize.cmdb.similarity.MinimumScore;
import io.modernize.cmdb.similarity.QueryText;
import io.modernize.cmdb.similarity.TopK;
import io.modernize.cmdb.tenancy.TenantScope;

/** Which assets of the scope fit this text? */
public record SimilarAssetsQuery(
        TenantScope scope, QueryText text, TopK topK, AssetFilter filter, MinimumScore minimumScore) {}

package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.api.lookups.InEngagement;
import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** GraphQL type {@code SimilarAsset}. */
record SimilarAssetPayload(
        AssetPayload asset,
        double score,
        boolean stale,
        HitExplanationPayload explanation,
        TenantScope scope,
        EngagementId engagementId)
        implements InEngagement {

    /** @param filter the filter of the search, for the conditions that the hit meets */
    static SimilarAssetPayload from(TenantScope scope, AssetFilter filter, SimilarAsset hit) {
        return new SimilarAssetPayload(
                AssetPayload.from(scope, hit.asset()),
                hit.score(),
                hit.stale(),
                HitExplanationPayload.from(hit, filter),
                scope,
                hit.asset().engagementId());
    }
}

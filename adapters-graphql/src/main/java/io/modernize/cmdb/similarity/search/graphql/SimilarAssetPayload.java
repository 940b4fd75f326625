package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * GraphQL type {@code SimilarAsset}.
 *
 * @param scope of the search that found it; not part of the schema, but what its engagement is looked up in
 * @param engagementId the owner; not part of the schema either
 */
record SimilarAssetPayload(
        AssetPayload asset,
        double score,
        boolean stale,
        HitExplanationPayload explanation,
        TenantScope scope,
        EngagementId engagementId) {

    /** @param filter of the search, for what of it the hit met */
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

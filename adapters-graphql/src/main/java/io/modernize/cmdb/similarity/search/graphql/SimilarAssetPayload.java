package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.assets.graphql.AssetPayload;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * GraphQL type {@code SimilarAsset}.
 *
 * @param scope the scope of the search that found the hit; its engagement is looked up in it. It is not part of the
 *     schema
 * @param engagementId the engagement that owns the asset; it is not part of the schema either
 */
record SimilarAssetPayload(
        AssetPayload asset,
        double score,
        boolean stale,
        HitExplanationPayload explanation,
        TenantScope scope,
        EngagementId engagementId) {

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

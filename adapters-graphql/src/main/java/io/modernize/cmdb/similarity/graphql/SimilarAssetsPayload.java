package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.SimilarAssets;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;

/**
 * GraphQL type {@code SimilarAssets}.
 *
 * @param candidates at most the greatest 32-bit number, as GraphQL's {@code Int} knows no more
 */
record SimilarAssetsPayload(
        List<SimilarAssetPayload> hits,
        SearchPlanPayload plan,
        int candidates,
        boolean candidatesExact,
        CompletenessPayload completeness) {

    /** The answer to a search inside the given scope. */
    static SimilarAssetsPayload from(TenantScope scope, SimilarAssets assets) {
        return new SimilarAssetsPayload(
                assets.hits().stream()
                        .map(hit -> SimilarAssetPayload.from(scope, hit))
                        .toList(),
                SearchPlanPayload.from(assets.plan()),
                Math.clamp(assets.candidates().value(), 0, Integer.MAX_VALUE),
                assets.candidates().exact(),
                CompletenessPayload.from(assets.completeness()));
    }
}

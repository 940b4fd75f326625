package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.listing.application.CountFacets.FacetsQuery;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome;
import io.modernize.cmdb.similarity.search.application.AssetsLikeQuery;
import java.util.List;

/**
 * GraphQL type {@code SimilarAssets}.
 *
 * @param facetsQuery the choice of the assets that facets count; it is not part of the schema
 * @param candidates at most the greatest 32-bit number, because GraphQL's {@code Int} has no greater one
 */
public record SimilarAssetsPayload(
        List<SimilarAssetPayload> hits,
        SearchModePayload mode,
        SearchPlanPayload plan,
        int candidates,
        boolean candidatesExact,
        CompletenessPayload completeness,
        FacetsQuery facetsQuery) {

    /** The answer to a search by example. Its facets count the assets that it chose from, without the example. */
    public static SimilarAssetsPayload from(
            AssetsLikeQuery query, SearchModePayload mode, AssetsLikeOutcome.Found found) {
        return from(
                new FacetsQuery(query.scope(), found.text(), query.filter(), query.assetId()), mode, found.assets());
    }

    /** The answer to a search inside the given scope. */
    public static SimilarAssetsPayload from(FacetsQuery query, SearchModePayload mode, SimilarAssets assets) {
        return new SimilarAssetsPayload(
                assets.hits().stream()
                        .map(hit -> SimilarAssetPayload.from(query.scope(), query.filter(), hit))
                        .toList(),
                mode,
                SearchPlanPayload.from(assets.plan()),
                Math.clamp(assets.candidates().value(), 0, Integer.MAX_VALUE),
                assets.candidates().exact(),
                CompletenessPayload.from(assets.completeness()),
                query);
    }
}

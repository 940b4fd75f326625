package io.modernize.cmdb.similarity.search.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.modernize.cmdb.similarity.assets.graphql.SearchArguments;
import io.modernize.cmdb.similarity.listing.application.CountFacets.FacetsQuery;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome;
import io.modernize.cmdb.similarity.search.application.AssetsLikeQuery;
import io.modernize.cmdb.similarity.search.application.FindAssetsLike;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.search.application.SimilarAssetsQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Answers the searches. The scope is checked first, so a caller without one learns nothing about their other arguments.
 */
@Controller
final class SimilarityController {
    private final FindSimilarAssets findSimilarAssets;
    private final FindAssetsLike findAssetsLike;

    SimilarityController(FindSimilarAssets findSimilarAssets, FindAssetsLike findAssetsLike) {
        this.findSimilarAssets = findSimilarAssets;
        this.findAssetsLike = findAssetsLike;
    }

    /** The method has no argument {@code engagementId}, because it has become part of the scope. */
    @QueryMapping
    SimilarAssetsPayload findSimilarAssets(
            TenantScope scope,
            @Argument String queryText,
            @Arguments SearchOptions options,
            DataFetchingFieldSelectionSet selected) {
        SearchModePayload by = options.modeOfText();
        SimilarAssetsQuery query = options.byText(scope, SearchArguments.queryText(queryText), selected);
        FacetsQuery facets =
                new FacetsQuery(scope, by == SearchModePayload.SEMANTIC ? null : query.text(), query.filter(), null);
        return SimilarAssetsPayload.from(facets, by, findSimilarAssets.find(query));
    }

    @QueryMapping
    SimilarAssetsPayload assetsLike(
            TenantScope scope,
            @Argument String assetId,
            @Arguments SearchOptions options,
            DataFetchingFieldSelectionSet selected) {
        AssetsLikeQuery query = options.byExample(scope, SearchArguments.assetId(assetId), selected);
        return switch (findAssetsLike.find(query)) {
            case AssetsLikeOutcome.Found found -> SimilarAssetsPayload.from(query, options.modeOfExample(), found);
            case AssetsLikeOutcome.AssetUnknown refusal -> throw Refusals.assetUnknown(refusal);
            case AssetsLikeOutcome.NotEmbeddedYet refusal -> throw Refusals.notEmbeddedYet(refusal);
        };
    }
}

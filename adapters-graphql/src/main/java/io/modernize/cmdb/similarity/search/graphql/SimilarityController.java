package io.modernize.cmdb.similarity.search.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.modernize.cmdb.similarity.assets.graphql.AssetFilterInput;
import io.modernize.cmdb.similarity.assets.graphql.SearchArguments;
import io.modernize.cmdb.similarity.listing.application.CountFacets.FacetsQuery;
import io.modernize.cmdb.similarity.search.application.AssetsLikeOutcome;
import io.modernize.cmdb.similarity.search.application.AssetsLikeQuery;
import io.modernize.cmdb.similarity.search.application.FindAssetsLike;
import io.modernize.cmdb.similarity.search.application.FindSimilarAssets;
import io.modernize.cmdb.similarity.search.application.SimilarAssetsQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Answers the searches. The scope is checked first, so a caller without one learns nothing about their other arguments.
 */
@Controller
final class SimilarityController {
    /** The path of the highlights. Cutting them takes time, and is done only if the caller asks for them. */
    private static final String HIGHLIGHTS = "hits/explanation/text/highlights";

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
            @Argument @Nullable SearchModePayload mode,
            @Argument @Nullable Integer topK,
            @Argument @Nullable AssetFilterInput filter,
            @Argument @Nullable Double minScore,
            DataFetchingFieldSelectionSet selection) {
        SearchModePayload by = mode == null ? SearchModePayload.HYBRID : mode;
        SimilarAssetsQuery query = new SimilarAssetsQuery(
                scope,
                SearchArguments.queryText(queryText),
                by.toDomain(),
                SearchArguments.topK(topK),
                AssetFilterInput.toDomain(filter),
                SearchArguments.minimumScore(minScore, by.toDomain()),
                selection.contains(HIGHLIGHTS));
        FacetsQuery facets =
                new FacetsQuery(scope, by == SearchModePayload.SEMANTIC ? null : query.text(), query.filter(), null);
        return SimilarAssetsPayload.from(facets, by, findSimilarAssets.find(query));
    }

    @QueryMapping
    SimilarAssetsPayload assetsLike(
            TenantScope scope,
            @Argument String assetId,
            @Argument @Nullable SearchModePayload mode,
            @Argument @Nullable Integer topK,
            @Argument @Nullable AssetFilterInput filter,
            @Argument @Nullable Double minScore,
            DataFetchingFieldSelectionSet selection) {
        SearchModePayload by = mode == null ? SearchModePayload.SEMANTIC : mode;
        AssetsLikeQuery query = new AssetsLikeQuery(
                scope,
                SearchArguments.assetId(assetId),
                by.toDomain(),
                SearchArguments.topK(topK),
                AssetFilterInput.toDomain(filter),
                SearchArguments.minimumScore(minScore, by.toDomain()),
                selection.contains(HIGHLIGHTS));
        return switch (findAssetsLike.find(query)) {
            case AssetsLikeOutcome.Found found -> SimilarAssetsPayload.from(query, by, found);
            case AssetsLikeOutcome.AssetUnknown refusal -> throw Refusals.assetUnknown(refusal);
            case AssetsLikeOutcome.NotEmbeddedYet refusal -> throw Refusals.notEmbeddedYet(refusal);
        };
    }
}

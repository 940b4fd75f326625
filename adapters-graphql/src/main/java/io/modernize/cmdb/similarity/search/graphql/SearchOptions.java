package io.modernize.cmdb.similarity.search.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.assets.graphql.AssetFilterInput;
import io.modernize.cmdb.similarity.assets.graphql.SearchArguments;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.application.AssetsLikeQuery;
import io.modernize.cmdb.similarity.search.application.SimilarAssetsQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;

/** The arguments that all searches have, and the queries that follow from them. */
public record SearchOptions(
        @Nullable SearchModePayload mode,
        @Nullable Integer topK,
        @Nullable AssetFilterInput filter,
        @Nullable Double minScore) {
    /** The path of the highlights. Cutting them takes time, and is done only if the caller asks for them. */
    private static final String HIGHLIGHTS = "hits/explanation/text/highlights";

    /** The mode of a search by text. */
    SearchModePayload modeOfText() {
        return mode == null ? SearchModePayload.HYBRID : mode;
    }

    /** The mode of a search by example. */
    public SearchModePayload modeOfExample() {
        return mode == null ? SearchModePayload.SEMANTIC : mode;
    }

    SimilarAssetsQuery byText(TenantScope scope, QueryText text, DataFetchingFieldSelectionSet selected) {
        SearchModePayload by = modeOfText();
        return new SimilarAssetsQuery(
                scope,
                text,
                by.toDomain(),
                SearchArguments.topK(topK),
                AssetFilterInput.toDomain(filter),
                SearchArguments.minimumScore(minScore, by.toDomain()),
                selected.contains(HIGHLIGHTS));
    }

    public AssetsLikeQuery byExample(TenantScope scope, AssetId asset, DataFetchingFieldSelectionSet selected) {
        SearchModePayload by = modeOfExample();
        return new AssetsLikeQuery(
                scope,
                asset,
                by.toDomain(),
                SearchArguments.topK(topK),
                AssetFilterInput.toDomain(filter),
                SearchArguments.minimumScore(minScore, by.toDomain()),
                selected.contains(HIGHLIGHTS));
    }
}

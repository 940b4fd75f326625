package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.search.SearchPlan;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code SearchPlan}. A field that the strategy does not have is null. */
public record SearchPlanPayload(
        Strategy strategy,
        @Nullable String indexName,
        @Nullable Integer efSearch,
        @Nullable Integer rerankCount) {

    /** GraphQL enum {@code SearchStrategy}. */
    public enum Strategy {
        EXACT,
        QUANTISED,
        APPROXIMATE,
        TEXT
    }

    static SearchPlanPayload from(SearchPlan plan) {
        return switch (plan) {
            case SearchPlan.Exact() -> new SearchPlanPayload(Strategy.EXACT, null, null, null);
            case SearchPlan.Quantised(int rerankCount) ->
                new SearchPlanPayload(Strategy.QUANTISED, null, null, rerankCount);
            case SearchPlan.Approximate(String indexName, int efSearch) ->
                new SearchPlanPayload(Strategy.APPROXIMATE, indexName, efSearch, null);
            case SearchPlan.Text() -> new SearchPlanPayload(Strategy.TEXT, null, null, null);
        };
    }
}

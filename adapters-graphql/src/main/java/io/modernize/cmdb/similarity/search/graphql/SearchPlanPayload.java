package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.search.SearchPlan;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code SearchPlan}. */
public record SearchPlanPayload(Strategy strategy, Settings settings) {

    /** GraphQL enum {@code SearchStrategy}. */
    public enum Strategy {
        EXACT,
        QUANTISED,
        APPROXIMATE,
        TEXT
    }

    /** GraphQL type {@code SearchSettings}. A field that the strategy does not have is null. */
    public record Settings(
            @Nullable String indexName,
            @Nullable Integer efSearch,
            @Nullable Integer rerankCount) {
        private static final Settings NONE = new Settings(null, null, null);
    }

    static SearchPlanPayload from(SearchPlan plan) {
        return switch (plan) {
            case SearchPlan.Exact() -> new SearchPlanPayload(Strategy.EXACT, Settings.NONE);
            case SearchPlan.Quantised(int rerankCount) ->
                new SearchPlanPayload(Strategy.QUANTISED, new Settings(null, null, rerankCount));
            case SearchPlan.Approximate(String indexName, int efSearch) ->
                new SearchPlanPayload(Strategy.APPROXIMATE, new Settings(indexName, efSearch, null));
            case SearchPlan.Text() -> new SearchPlanPayload(Strategy.TEXT, Settings.NONE);
        };
    }
}

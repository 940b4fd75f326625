package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.SearchPlan;

/** GraphQL type {@code SearchPlan}. */
record SearchPlanPayload(Strategy strategy) {

    /** GraphQL enum {@code SearchStrategy}. */
    enum Strategy {
        EXACT
    }

    static SearchPlanPayload from(SearchPlan plan) {
        return switch (plan) {
            case SearchPlan.Exact exact -> new SearchPlanPayload(Strategy.EXACT);
        };
    }
}

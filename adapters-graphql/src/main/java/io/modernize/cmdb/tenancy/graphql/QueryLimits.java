package io.modernize.cmdb.tenancy.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one GraphQL request may ask for. The engine itself sets no limit on either. */
@Configuration(proxyBeanMethods = false)
class QueryLimits {
    /**
     * Levels of nested fields. Data needs five ({@code findSimilarAssets.hits.asset.sourceAttributes.name}); the rest
     * is room for the introspection query of common tools, which asks for wrapped types nine levels deep.
     */
    static final int MAX_DEPTH = 15;

    /**
     * Cost of all selected fields. A search costs {@link #SEARCH_COST} and each other field 1, so a request has room
     * for four searches with a few fields each or three with every field: enough to compare some texts at once, while
     * one request cannot occupy every database connection.
     */
    static final int MAX_COMPLEXITY = 500;

    /** A search runs the model and compares every candidate; reading a field of a hit is nothing beside it. */
    static final int SEARCH_COST = 100;

    @Bean
    MaxQueryDepthInstrumentation maxQueryDepthInstrumentation() {
        return new MaxQueryDepthInstrumentation(MAX_DEPTH) {
            @Override
            protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
                return new QueryTooLargeException(
                        "QUERY_TOO_DEEP", "depth", depth, maxDepth, "Nest fewer fields inside each other.");
            }
        };
    }

    @Bean
    MaxQueryComplexityInstrumentation maxQueryComplexityInstrumentation() {
        FieldComplexityCalculator cost = QueryLimits::cost;
        return new MaxQueryComplexityInstrumentation(MAX_COMPLEXITY, cost) {
            @Override
            protected AbortExecutionException mkAbortException(int totalComplexity, int maxComplexity) {
                return new QueryTooLargeException(
                        "QUERY_TOO_COMPLEX",
                        "complexity",
                        totalComplexity,
                        maxComplexity,
                        "Ask for fewer searches or fields in one request; a search costs " + SEARCH_COST
                                + " and every other field 1.");
            }
        };
    }

    private static int cost(FieldComplexityEnvironment environment, int childComplexity) {
        boolean root = environment.getParentEnvironment() == null;
        String field = environment.getField().getName();
        if (root && field.startsWith("__")) {
            // Introspection reads memory only, and the engine has limits of its own for it.
            return 1;
        }
        boolean search = root && !field.equals("me");
        return (search ? SEARCH_COST : 1) + childComplexity;
    }
}

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
     * Levels of nested fields. Data needs seven
     * ({@code findSimilarAssets.hits.explanation.text.highlights.passage.text}); the rest
     * is room for the introspection query of common tools, which asks for wrapped types nine levels deep.
     */
    static final int MAX_DEPTH = 15;

    /**
     * Cost of a request: of its look-ups and of the values that its answer may hold. That is room for one search of a
     * hundred hits with every field, or nine of a few; aliases do not multiply it, since each counts.
     */
    static final int MAX_COMPLEXITY = 10_000;

    /** A search runs the model and compares every candidate; reading a field of a hit is nothing beside it. */
    static final int SEARCH_COST = 1_000;

    /** Three look-ups in the database. */
    static final int ME_COST = 500;

    /** One look-up in the database, of rows that were counted before. */
    static final int INSPECTION_COST = 200;

    /** What a search returns at most, and so do the audits. */
    private static final int MAX_HITS = 100;

    /** Most groups of duplicates have two assets, and none has more than twenty. */
    static final int MEMBERS_OF_A_GROUP = 3;

    /** An asset may have hundreds of them. */
    static final int SOURCE_ATTRIBUTES_COST = 20;

    /** Dozens of passages, of an asset with many addresses and tags that have the words. */
    static final int HIGHLIGHTS_COST = 10;

    /** A look-up in the database that reads up to thousands of assets. */
    static final int FACETS_COST = 500;

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
                        "Ask for fewer searches, hits or fields in one request: a search costs " + SEARCH_COST
                                + ", and topK times its hit's fields.");
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
        if (root) {
            return switch (field) {
                case "me" -> ME_COST + childComplexity;
                case "engagements",
                        "grantMembership",
                        "changeMembership",
                        "revokeMembership",
                        "createEngagement",
                        "renameEngagement",
                        "renameClientAccount" -> INSPECTION_COST + childComplexity;
                case "clientAccounts" -> SEARCH_COST + MAX_HITS * childComplexity;
                case "memberships", "auditLog" ->
                    INSPECTION_COST + askedFor(environment, "first") * childComplexity;
                case "vectorIndex",
                        "duplicateGroups",
                        "dismissDuplicateGroup",
                        "restoreDuplicateGroup",
                        "job",
                        "jobProgress",
                        "stopJob",
                        "restartJob" -> INSPECTION_COST + childComplexity;
                case "recallAudits", "jobs" -> INSPECTION_COST + askedFor(environment, "first") * childComplexity;
                default -> SEARCH_COST + childComplexity;
            };
        }
        return switch (field) {
            case "hits" -> 1 + askedFor(environment.getParentEnvironment(), "topK") * childComplexity;
            case "groups" -> 1 + askedFor(environment.getParentEnvironment(), "first") * childComplexity;
            case "members" -> 1 + MEMBERS_OF_A_GROUP * childComplexity;
            case "sourceAttributes" -> SOURCE_ATTRIBUTES_COST + childComplexity;
            case "highlights" -> HIGHLIGHTS_COST + childComplexity;
            case "facets" -> FACETS_COST + childComplexity;
            default -> 1 + childComplexity;
        };
    }

    /** How many are asked for; an argument out of range is refused later, and must not make the query cheap. */
    private static int askedFor(FieldComplexityEnvironment list, String argument) {
        return list.getArguments().get(argument) instanceof Integer count ? Math.clamp(count, 1, MAX_HITS) : MAX_HITS;
    }
}

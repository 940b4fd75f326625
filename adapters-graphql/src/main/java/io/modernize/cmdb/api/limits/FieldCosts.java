package io.modernize.cmdb.api.limits;

import static java.util.Map.entry;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;

/**
 * The costs of fields in points. A value that the answer may hold costs one point. The cost of a field that is not
 * named here follows from the schema: a root field is a look-up, a field with {@code topK} is a search, and {@code
 * topK} or {@code first} multiply the costs of the fields inside.
 */
public final class FieldCosts implements FieldComplexityCalculator {
    /**
     * The cost of a search. It runs the model and compares every candidate. Reading a field of a hit is nothing beside
     * it.
     */
    public static final int SEARCH_COST = 1_000;

    /** The cost of one look-up in the database. */
    static final int LOOK_UP_COST = 200;

    /** The greatest cost of a field with everything inside, so that no sum of a request's fields overflows. */
    private static final int MOST = 1_000_000;

    /** The greatest page of any field. It is also assumed if the argument is left out or has the wrong type. */
    private static final int GREATEST_PAGE = 1_000;

    private static final int DEFAULT_PAGE = 100;

    private static final List<String> PAGE_SIZES = List.of("topK", "first", "last");

    /** The costs of root fields. */
    private static final Map<String, Integer> ROOT_COSTS = Map.ofEntries(
            // Three look-ups in the database.
            entry("me", 500),
            // Count all assets that the caller may see.
            entry("embeddingCoverage", SEARCH_COST),
            // Two look-ups for each, and few callers have more than a handful.
            entry("clientAccounts", SEARCH_COST),
            entry("embeddingSpaces", SEARCH_COST),
            entry("dismissDuplicateGroup", LOOK_UP_COST),
            entry("restoreDuplicateGroup", LOOK_UP_COST),
            entry("stopJob", LOOK_UP_COST),
            entry("restartJob", LOOK_UP_COST));

    /** The costs of other fields that cost more than one point. */
    private static final Map<String, Integer> COSTS = Map.of(
            // An asset may have hundreds of them.
            "sourceAttributes", 20,
            // Dozens of passages, of an asset with many addresses and tags that have the words.
            "highlights", 10,
            // A look-up in the database that reads up to thousands of assets.
            "facets", 500,
            // A share in one look-up for all assets of a list.
            "relatedAssets", 2);

    private static final String MEMBERS = "members";

    /** The usual number of assets in a group of duplicates. Most groups have two. */
    private static final int USUAL_MEMBERS = 3;

    private static final int MOST_MEMBERS = 20;

    @Override
    public int calculate(FieldComplexityEnvironment field, int costBelow) {
        String name = field.getField().getName();
        if (name.startsWith("__")) {
            // Introspection reads memory only, and the engine has limits of its own for it.
            return field.getParentEnvironment() == null ? 1 : 1 + costBelow;
        }
        long cost = own(field, name) + (long) times(field, name, costBelow) * costBelow;
        return Math.toIntExact(Math.min(cost, MOST));
    }

    private static int own(FieldComplexityEnvironment field, String name) {
        if (field.getFieldDefinition().getArgument("topK") != null) {
            return SEARCH_COST;
        }
        if (field.getParentEnvironment() == null) {
            // A mutation's work is more than what it answers.
            int cost = isOfMutation(field) ? SEARCH_COST : LOOK_UP_COST;
            return ROOT_COSTS.getOrDefault(name, cost);
        }
        // Only a list of the database has pages.
        return COSTS.getOrDefault(name, hasPages(field) ? LOOK_UP_COST : 1);
    }

    private static boolean isOfMutation(FieldComplexityEnvironment field) {
        return field.getParentType() instanceof GraphQLObjectType type
                && type.getName().equals("Mutation");
    }

    private static int times(FieldComplexityEnvironment field, String name, int costBelow) {
        if (!isList(field)) {
            return 1;
        }
        if (hasPages(field)) {
            return pageSize(field);
        }
        FieldComplexityEnvironment parent = field.getParentEnvironment();
        if (parent != null && hasPages(parent) && !isList(parent)) {
            return pageSize(parent);
        }
        if (!name.equals(MEMBERS)) {
            return 1;
        }
        return costBelow < LOOK_UP_COST ? USUAL_MEMBERS : MOST_MEMBERS;
    }

    private static boolean hasPages(FieldComplexityEnvironment field) {
        return PAGE_SIZES.stream()
                .anyMatch(argument -> field.getFieldDefinition().getArgument(argument) != null);
    }

    private static boolean isList(FieldComplexityEnvironment field) {
        GraphQLType type =
                GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType());
        return type instanceof GraphQLList;
    }

    /** The size of a page. An argument out of range is refused later, and must not make the query cheap. */
    private static int pageSize(FieldComplexityEnvironment field) {
        return PAGE_SIZES.stream()
                .filter(field.getArguments()::containsKey)
                .mapToInt(argument -> field.getArguments().get(argument) instanceof Integer count
                        ? Math.clamp(count, 1, GREATEST_PAGE)
                        : DEFAULT_PAGE)
                .max()
                .orElse(DEFAULT_PAGE);
    }
}

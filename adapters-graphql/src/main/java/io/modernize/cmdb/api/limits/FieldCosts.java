package io.modernize.cmdb.api.limits;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;

/**
 * The costs of fields in points. The schema says them beside the fields, by the directives {@code @cost} and {@code
 * @listSize} of IBM's GraphQL Cost Directives. A value that the answer may hold costs one point. The cost of a field
 * without {@code @cost} follows from its place: a root field is a look-up, a mutation costs as much as a search, and a
 * list with pages is a look-up. The size of a list multiplies the costs of the fields inside.
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

    /** The argument with the text of a question. */
    private static final String TEXT = "queryText";

    private static final int FREE_TEXT_CHARACTERS = 200;

    private static final int TEXT_CHARACTERS_OF_A_POINT = 2;

    private static final String DIRECTIVE = "cost";

    @Override
    public int calculate(FieldComplexityEnvironment field, int costBelow) {
        if (field.getField().getName().startsWith("__")) {
            // Introspection reads memory only, and the engine has limits of its own for it.
            return field.getParentEnvironment() == null ? 1 : 1 + costBelow;
        }
        long cost = own(field) + ofText(field) + (long) times(field, costBelow) * costBelow;
        return Math.toIntExact(Math.min(cost, MOST));
    }

    /** The cost of a long text of a question. The model reads all of it. */
    private static int ofText(FieldComplexityEnvironment field) {
        return field.getArguments().get(TEXT) instanceof String text
                ? Math.max(0, text.length() - FREE_TEXT_CHARACTERS) / TEXT_CHARACTERS_OF_A_POINT
                : 0;
    }

    private static int own(FieldComplexityEnvironment field) {
        GraphQLAppliedDirective cost = field.getFieldDefinition().getAppliedDirective(DIRECTIVE);
        if (cost != null) {
            String weight = cost.getArgument("weight").getValue();
            return Integer.parseInt(weight);
        }
        if (field.getParentEnvironment() == null) {
            // A mutation's work is more than what it answers.
            return isOfMutation(field) ? SEARCH_COST : LOOK_UP_COST;
        }
        ListSize size = ListSize.of(field.getFieldDefinition());
        return size != null && size.hasPages() ? LOOK_UP_COST : 1;
    }

    private static boolean isOfMutation(FieldComplexityEnvironment field) {
        return isOf("Mutation", field);
    }

    /** Each event of a subscription asks for its fields anew, so a subscription is a list of events. */
    private static boolean isSubscription(FieldComplexityEnvironment field) {
        return isOf("Subscription", field);
    }

    private static boolean isOf(String root, FieldComplexityEnvironment field) {
        return field.getParentType() instanceof GraphQLObjectType type
                && type.getName().equals(root);
    }

    private static int times(FieldComplexityEnvironment field, int costBelow) {
        GraphQLFieldDefinition definition = field.getFieldDefinition();
        if (!isList(definition) && !isSubscription(field)) {
            return 1;
        }
        ListSize size = ListSize.of(definition);
        if (size != null) {
            return size.entries(field.getArguments(), costBelow);
        }
        FieldComplexityEnvironment parent = field.getParentEnvironment();
        ListSize above = parent == null ? null : ListSize.of(parent.getFieldDefinition());
        return above != null && above.sizedFields().contains(definition.getName())
                ? above.entries(parent.getArguments(), costBelow)
                : 1;
    }

    private static boolean isList(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
    }
}

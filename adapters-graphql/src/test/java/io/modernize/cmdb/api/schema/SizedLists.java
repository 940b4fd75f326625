package io.modernize.cmdb.api.schema;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which types have lists of a known size, and which types lead to work that is done for each entry of a list. */
final class SizedLists {
    private static final int LOOK_UP_COST = 200;

    private final Set<String> answers;

    private SizedLists(Set<String> answers) {
        this.answers = answers;
    }

    static SizedLists of(GraphQLSchema schema) {
        return new SizedLists(schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .filter(GraphQLObjectType.class::isInstance)
                .flatMap(type -> ((GraphQLObjectType) type).getFieldDefinitions().stream())
                .filter(field -> !CostFaults.strings(field.getAppliedDirective("listSize"), "sizedFields")
                        .isEmpty())
                .map(field -> unwrapAll(field.getType()).getName())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a field that returns the type says the size of its lists. */
    boolean contains(GraphQLObjectType type) {
        return answers.contains(type.getName());
    }

    /** Whether a look-up, a list with pages or a search can be asked of the type, or of what it leads to. */
    boolean leadsToWork(GraphQLType type) {
        return leadsToWork(type, new HashSet<>());
    }

    private static boolean leadsToWork(GraphQLType wrapped, Set<String> seen) {
        return unwrapAll(wrapped) instanceof GraphQLObjectType type
                && seen.add(type.getName())
                && type.getFieldDefinitions().stream()
                        .anyMatch(field -> isWork(field) || leadsToWork(field.getType(), seen));
    }

    private static boolean isWork(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective cost = field.getAppliedDirective("cost");
        List<String> slicing = CostFaults.strings(field.getAppliedDirective("listSize"), "slicingArguments");
        return !slicing.isEmpty()
                || cost != null
                        && cost.getArgument("weight").getValue() instanceof String weight
                        && weight.matches("\\d{1,6}")
                        && Integer.parseInt(weight) >= LOOK_UP_COST;
    }
}

package io.modernize.cmdb.api.schema;

import static graphql.schema.GraphQLTypeUtil.unwrapAll;
import static graphql.schema.GraphQLTypeUtil.unwrapNonNull;

import graphql.Scalars;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds fields whose directives {@code @cost} and {@code @listSize} are missing or mean nothing to the service. */
final class CostFaults {
    /** The arguments by which the lists of the schema are cut, by convention. */
    private static final List<String> SLICING = List.of("first", "last", "topK");

    /** The lists of connections and of searches, by convention. */
    private static final List<String> SIZED = List.of("edges", "nodes", "hits");

    private final List<String> faults = new ArrayList<>();
    private final SizedLists sizedLists;

    private CostFaults(GraphQLSchema schema) {
        this.sizedLists = SizedLists.of(schema);
    }

    /** The faults of a schema, each with the field. */
    static List<String> of(GraphQLSchema schema) {
        CostFaults found = new CostFaults(schema);
        for (GraphQLNamedType type : schema.getAllTypesAsList()) {
            if (Introspection.isIntrospectionTypes(type)) {
                continue;
            }
            found.requireNoCost(type.getName(), type);
            if (type instanceof GraphQLObjectType object) {
                object.getFieldDefinitions().forEach(field -> found.check(object, field));
            } else if (type instanceof GraphQLInputObjectType input) {
                input.getFields().forEach(field -> found.requireNoCost(type.getName() + "." + field.getName(), field));
            }
        }
        return found.faults;
    }

    private void check(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String name = type.getName() + "." + field.getName();
        field.getArguments().forEach(argument -> requireNoCost(name + "(" + argument.getName() + ":)", argument));
        GraphQLAppliedDirective cost = field.getAppliedDirective("cost");
        if (cost != null) {
            String weight = cost.getArgument("weight").getValue();
            require(weight.matches("\\d{1,6}"), name + ": the weight is no whole number of points: " + weight);
        }
        GraphQLAppliedDirective size = field.getAppliedDirective("listSize");
        List<String> slicing = strings(size, "slicingArguments");
        List<String> sized = strings(size, "sizedFields");
        field.getArguments().stream()
                .map(GraphQLArgument::getName)
                .filter(argument -> SLICING.contains(argument) && !slicing.contains(argument))
                .forEach(argument -> faults.add(name + ": no @listSize for the argument " + argument));
        boolean isStream = name.startsWith("Subscription.");
        if (unwrapAll(field.getType()) instanceof GraphQLObjectType answer && !isList(field) && !isStream) {
            checkListsOf(answer, name, size != null, sized);
        }
        if (size != null) {
            checkSize(name, field, size, slicing, sized);
        } else if (isList(field) && !sizedLists.contains(type) && sizedLists.leadsToWork(field.getType())) {
            faults.add(name + ": no @listSize for a list whose entries lead to look-ups");
        }
    }

    private void checkListsOf(GraphQLObjectType answer, String name, boolean isSized, List<String> sized) {
        for (GraphQLFieldDefinition list : answer.getFieldDefinitions()) {
            if (isList(list) && (isSized || SIZED.contains(list.getName())) && !sized.contains(list.getName())) {
                faults.add(name + ": no sizedFields for the list " + list.getName() + " of " + answer.getName());
            }
        }
        for (String named : sized) {
            GraphQLFieldDefinition list = answer.getFieldDefinition(named);
            require(
                    list != null && isList(list),
                    name + ": no list of " + answer.getName() + " in sizedFields: " + named);
        }
    }

    private void checkSize(
            String name,
            GraphQLFieldDefinition field,
            GraphQLAppliedDirective size,
            List<String> slicing,
            List<String> sized) {
        require(
                (isList(field) || name.startsWith("Subscription.")) == sized.isEmpty(),
                name + ": sizedFields are for what is no list, and only for that");
        for (String named : slicing) {
            GraphQLArgument argument = field.getArgument(named);
            require(
                    argument != null && unwrapNonNull(argument.getType()).equals(Scalars.GraphQLInt),
                    name + ": no argument with a number in slicingArguments: " + named);
        }
        Integer assumed = size.getArgument("assumedSize").getValue();
        require(assumed != null || !slicing.isEmpty(), name + ": @listSize says no size");
        if (assumed != null) {
            // The specification allows it beside arguments only where it is clear which of them counts.
            boolean isClear = slicing.isEmpty()
                    || Boolean.FALSE.equals(size.getArgument("requireOneSlicingArgument")
                                    .getValue())
                            && field.getArguments().stream()
                                    .filter(argument -> slicing.contains(argument.getName()))
                                    .noneMatch(GraphQLArgument::hasSetDefaultValue);
            require(assumed > 0 && isClear, name + ": the assumedSize is no size, or a slicing argument has another");
        }
    }

    private void requireNoCost(String name, Object element) {
        if (element instanceof GraphQLDirectiveContainer container) {
            require(!container.hasAppliedDirective("cost"), name + ": has @cost where it is not counted");
        }
    }

    private void require(boolean isGood, String fault) {
        if (!isGood) {
            faults.add(fault);
        }
    }

    static boolean isList(GraphQLFieldDefinition field) {
        return unwrapNonNull(field.getType()) instanceof GraphQLList;
    }

    static List<String> strings(@Nullable GraphQLAppliedDirective directive, String argument) {
        List<String> values =
                directive == null ? null : directive.getArgument(argument).getValue();
        return values == null ? List.of() : values;
    }
}

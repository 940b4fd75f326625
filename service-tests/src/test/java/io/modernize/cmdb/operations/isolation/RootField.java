package io.modernize.cmdb.operations.isolation;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of {@code Query} or {@code Mutation}, and a request that asks it for all that it has.
 *
 * @param operation {@code query} or {@code mutation}
 * @param selection everything that its answer may hold
 */
record RootField(String operation, GraphQLFieldDefinition definition, String selection) {
    String name() {
        return definition.getName();
    }

    List<GraphQLArgument> arguments() {
        return definition.getArguments();
    }

    /** All that a request can say here: the arguments, and inside of those that take an input object, its fields. */
    List<InputPlace> places() {
        return arguments().stream()
                .map(argument -> InputPlace.argument(argument.getName(), argument.getType()))
                .flatMap(RootField::leaves)
                .toList();
    }

    private static Stream<InputPlace> leaves(InputPlace place) {
        return GraphQLTypeUtil.unwrapAll(place.type()) instanceof GraphQLInputObjectType input
                ? input.getFieldDefinitions().stream()
                        .flatMap(field -> leaves(place.field(field.getName(), field.getType())))
                : Stream.of(place);
    }

    /** A document with a variable for each of the arguments that the values name. */
    String document(Map<String, ?> values) {
        Map<String, String> types = new LinkedHashMap<>();
        arguments().stream()
                .filter(argument -> values.containsKey(argument.getName()))
                .forEach(argument -> types.put(argument.getName(), GraphQLTypeUtil.simplePrint(argument.getType())));
        String variables = types.entrySet().stream()
                .map(type -> "$" + type.getKey() + ": " + type.getValue())
                .collect(Collectors.joining(", "));
        String passed = types.keySet().stream().map(name -> name + ": $" + name).collect(Collectors.joining(", "));
        return operation + (variables.isEmpty() ? "" : " (" + variables + ")") + " { " + name()
                + (passed.isEmpty() ? "" : "(" + passed + ")") + " " + selection + " }";
    }

    @Override
    public String toString() {
        return operation + " " + name();
    }
}

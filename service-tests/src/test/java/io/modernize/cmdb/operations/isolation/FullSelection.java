package io.modernize.cmdb.operations.isolation;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes down everything that a field of the schema has to say, each type once on a path. The nodes of a connection are
 * asked for by its edges only, which hold the same ones: twice would cost twice. Lists below the answer's first object are
 * left out, because there would be a statement for each row. The root field of the object asks for them. The root field of an
 * asset asks for similar ones, which would be a search for each asset of a list.
 */
final class FullSelection {
    private final GraphQLSchema schema;

    FullSelection(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The selection set of such a field, with its braces; empty for a value. */
    String of(GraphQLFieldDefinition field) {
        return selection(field.getType(), new ArrayDeque<>());
    }

    private String selection(GraphQLType wrapped, Deque<String> path) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(wrapped);
        return switch (type) {
            case GraphQLScalarType _, GraphQLEnumType _ -> "";
            case GraphQLObjectType object -> "{ " + fields(object, path, "") + " }";
            case GraphQLUnionType union ->
                "{ __typename "
                        + fragments(
                                union.getTypes().stream()
                                        .map(member -> schema.getObjectType(member.getName()))
                                        .toList(),
                                path)
                        + " }";
            case GraphQLInterfaceType shared ->
                "{ __typename " + fragments(schema.getImplementations(shared), path) + " }";
            default -> throw new IllegalArgumentException("no type of an answer: " + type);
        };
    }

    /** Members of a union may have fields of one name and different types: each gets a name of its own. */
    private String fragments(List<GraphQLObjectType> members, Deque<String> path) {
        return members.stream()
                .map(member ->
                        "... on " + member.getName() + " { " + fields(member, path, member.getName() + "_") + " }")
                .collect(Collectors.joining(" "));
    }

    private String fields(GraphQLObjectType type, Deque<String> path, String alias) {
        path.push(type.getName());
        String fields = type.getFieldDefinitions().stream()
                .filter(field -> field.getArguments().stream()
                        .noneMatch(argument ->
                                GraphQLNonNull.class.isInstance(argument.getType()) && !argument.hasSetDefaultValue()))
                .filter(field -> !leadsBack(field, path))
                .filter(field -> !field.getName().equals("nodes") || type.getFieldDefinition("edges") == null)
                .filter(field -> path.size() == 1 || !isConnection(field))
                .filter(field -> !isSearch(field) || !path.contains("AssetEdge"))
                .map(field -> (alias.isEmpty() ? "" : alias + field.getName() + ": ") + field.getName() + " "
                        + selection(field.getType(), path))
                .collect(Collectors.joining(" "));
        path.pop();
        return fields.isBlank() ? "__typename" : fields;
    }

    private static boolean isConnection(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object
                && object.getFieldDefinition("edges") != null;
    }

    private static boolean isSearch(GraphQLFieldDefinition field) {
        return field.getArgument("topK") != null;
    }

    private static boolean leadsBack(GraphQLFieldDefinition field, Deque<String> path) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object
                && path.contains(object.getName());
    }
}

package io.modernize.cmdb.tenancy.gate;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that fit the schema more or less, with arguments of all sorts. */
final class FuzzedDocuments {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "web server",
            "\\u0000",
            "a\\u0000b",
            "\\uD83D\\uDE00",
            "\\uD800",
            "\\u202e",
            "' or 1=1 --",
            "%_\\\\",
            "10.0.0.0/8",
            "5f0c6f0e-0001-4000-8000-000000000001",
            "1-1-1-1-1",
            "9223372036854775808",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "\\n\\r\\t",
            "NaN");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "3",
            "100",
            "101",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9223372036854775807",
            "99999999999999999999999999",
            "1e400",
            "-0.0",
            "0.1",
            "1e-400");

    private final GraphQLSchema schema;
    private final Random random;

    FuzzedDocuments(GraphQLSchema schema, Random random) {
        this.schema = schema;
        this.random = random;
    }

    String document() {
        int kind = random.nextInt(20);
        if (kind == 0 && schema.getSubscriptionType() != null) {
            return "subscription " + selection(schema.getSubscriptionType(), 4);
        }
        if (kind <= 2 && schema.getMutationType() != null) {
            return "mutation " + selection(schema.getMutationType(), 4);
        }
        return (random.nextBoolean() ? "" : "query Q ") + selection(schema.getQueryType(), 7);
    }

    private String selection(GraphQLNamedType type, int levels) {
        if (type instanceof GraphQLUnionType union) {
            return union.getTypes().stream()
                    .map(member ->
                            "... on " + member.getName() + " " + selection((GraphQLNamedType) member, levels - 1))
                    .collect(Collectors.joining(" ", "{ __typename ", " }"));
        }
        if (!(type instanceof GraphQLFieldsContainer container)) {
            return "";
        }
        List<GraphQLFieldDefinition> fields = container.getFieldDefinitions();
        int count = 1 + random.nextInt(levels > 5 ? 2 : 5);
        return IntStream.range(0, count)
                .mapToObj(i -> field(fields.get(random.nextInt(fields.size())), i, levels))
                .collect(Collectors.joining(" ", "{ ", " __typename }"));
    }

    private String field(GraphQLFieldDefinition field, int index, int levels) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        boolean isLeaf = !(type instanceof GraphQLObjectType || type instanceof GraphQLUnionType);
        if (!isLeaf && levels <= 0) {
            return "__typename";
        }
        String alias = random.nextInt(3) == 0 ? "a" + index + ": " : "f" + index + ": ";
        return alias
                + field.getName()
                + arguments(field.getArguments())
                + directive()
                + (isLeaf ? "" : " " + selection(type, levels - 1));
    }

    private String directive() {
        return random.nextInt(15) == 0 ? " @include(if: " + random.nextBoolean() + ")" : "";
    }

    private String arguments(List<GraphQLArgument> arguments) {
        String list = arguments.stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()) || random.nextInt(3) == 0)
                .map(argument -> argument.getName() + ": " + value(argument.getType(), 4))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : "(" + list + ")";
    }

    /** Of the type, or once in a while of another. */
    private String value(GraphQLInputType type, int levels) {
        if (random.nextInt(25) == 0) {
            return List.of("null", "[]", "{}", "[[[[1]]]]", "TRUE_ISH", "$undefined", number(), text())
                    .get(random.nextInt(8));
        }
        if (type instanceof GraphQLNonNull wrapped) {
            return value((GraphQLInputType) wrapped.getWrappedType(), levels);
        }
        if (type instanceof GraphQLList list) {
            GraphQLInputType element = (GraphQLInputType) list.getWrappedType();
            int count = random.nextInt(20) == 0 ? 300 : random.nextInt(4);
            return IntStream.range(0, levels <= 0 ? 0 : count)
                    .mapToObj(i -> value(element, levels - 1))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (type instanceof GraphQLEnumType options) {
            return options.getValues()
                    .get(random.nextInt(options.getValues().size()))
                    .getName();
        }
        if (type instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .filter(field -> GraphQLTypeUtil.isNonNull(field.getType())
                            || random.nextInt(Math.max(
                                            2, input.getFieldDefinitions().size() / 2))
                                    == 0)
                    .map(field -> field.getName() + ": " + (levels <= 0 ? "null" : value(field.getType(), levels - 1)))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return switch (((GraphQLNamedType) type).getName()) {
            case "Int", "Float", "Long" -> number();
            case "Boolean" -> String.valueOf(random.nextBoolean());
            default -> text();
        };
    }

    private String number() {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    private String text() {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return "\"" + (random.nextInt(40) == 0 ? text.repeat(200) + "x".repeat(3_000) : text) + "\"";
    }
}

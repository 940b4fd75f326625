package io.modernize.cmdb.api.limits;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size of a list, as the directive {@code @listSize} beside its field says.
 *
 * @param assumedSize the most entries of the list if no slicing argument has a value
 * @param slicingArguments the arguments that say how many entries the list has at most
 * @param sizedFields the lists below the field that have this size; empty if the field itself is the list
 */
record ListSize(int assumedSize, List<String> slicingArguments, List<String> sizedFields) {
    private static final String DIRECTIVE = "listSize";

    /** The most entries that are counted. An argument out of range is refused later. */
    private static final int MOST = 1_000;

    /** The greatest page of any list. It is assumed where neither the caller nor the schema says a size. */
    private static final int GREATEST_PAGE = 100;

    /** The usual number of entries of a list without pages. */
    private static final int FEW = 3;

    /** The size of the list of a field; null if the schema says nothing about it. */
    static @Nullable ListSize of(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective directive = field.getAppliedDirective(DIRECTIVE);
        if (directive == null) {
            return null;
        }
        Integer assumedSize = value(directive, "assumedSize");
        return new ListSize(
                assumedSize == null ? GREATEST_PAGE : assumedSize,
                names(directive, "slicingArguments"),
                names(directive, "sizedFields"));
    }

    /** Whether the list has pages. Only a list of the database has them. */
    boolean hasPages() {
        return !slicingArguments.isEmpty();
    }

    /**
     * How many entries are counted.
     *
     * @param arguments the arguments of the field that has the directive
     * @param costOfEntry points
     */
    int entries(Map<String, Object> arguments, int costOfEntry) {
        if (hasPages()) {
            return pageSize(arguments);
        }
        // An assumed list is short most of the time. The greatest size counts where entries make work: a look-up each.
        return costOfEntry < FieldCosts.LOOK_UP_COST ? Math.min(FEW, assumedSize) : assumedSize;
    }

    /**
     * The size of a page. An argument that is null counts as left out, as it does when the list is read. An argument out of
     * range is refused later, and must not make the query cheap.
     */
    private int pageSize(Map<String, Object> arguments) {
        return slicingArguments.stream()
                .filter(argument -> arguments.get(argument) != null)
                .mapToInt(argument ->
                        arguments.get(argument) instanceof Integer count ? Math.clamp(count, 1, MOST) : assumedSize)
                .max()
                .orElse(assumedSize);
    }

    private static List<String> names(GraphQLAppliedDirective directive, String argument) {
        List<String> names = value(directive, argument);
        return names == null ? List.of() : names;
    }

    private static <T> @Nullable T value(GraphQLAppliedDirective directive, String name) {
        GraphQLAppliedDirectiveArgument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }
}

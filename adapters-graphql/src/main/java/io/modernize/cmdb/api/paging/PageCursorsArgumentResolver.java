package io.modernize.cmdb.api.paging;

import graphql.execution.ExecutionStepInfo;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives controller methods of every capability the cursors of the list that they answer. */
@Component
final class PageCursorsArgumentResolver implements HandlerMethodArgumentResolver {
    /** The arguments that choose a page of a list, and the argument that has become part of the scope. */
    private static final Set<String> NOT_OF_THE_LIST = Set.of("first", "after", "last", "before", "engagementId");

    private static final String ENGAGEMENT = "Engagement";

    private final CursorCipher cipher;

    PageCursorsArgumentResolver(CursorCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageCursors.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
        return new PageCursors(cipher, list(environment.getExecutionStepInfo()));
    }

    /**
     * The field and the fields around it, each with its arguments. What is around an engagement does not count, because the
     * scope of its lists is the engagement. A list of an engagement is therefore the same wherever the engagement was found,
     * and the same as that of the query with its id.
     */
    private static String list(ExecutionStepInfo field) {
        StringBuilder list = new StringBuilder();
        for (ExecutionStepInfo step = field; step != null && step.hasParent(); step = step.getParent()) {
            list.append(step.getFieldDefinition().getName());
            Map<String, Object> arguments = new TreeMap<>(step.getArguments());
            arguments.keySet().removeAll(NOT_OF_THE_LIST);
            append(list, arguments);
            if (step.getObjectType().getName().equals(ENGAGEMENT)) {
                break;
            }
        }
        return list.toString();
    }

    /** Appends the same text for the same value. An argument that is null counts as left out. */
    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> fields -> {
                text.append('{');
                Map<String, Object> sorted = new TreeMap<>();
                fields.forEach((name, field) -> {
                    if (field != null) {
                        sorted.put(String.valueOf(name), field);
                    }
                });
                sorted.forEach((name, field) -> {
                    text.append(name).append(':');
                    append(text, field);
                });
                text.append('}');
            }
            case Collection<?> elements -> {
                text.append('[');
                elements.forEach(element -> append(text, element));
                text.append(']');
            }
            case null -> text.append('-');
            case Object single -> {
                String written = single.toString();
                text.append(written.length()).append('=').append(written);
            }
        }
    }
}

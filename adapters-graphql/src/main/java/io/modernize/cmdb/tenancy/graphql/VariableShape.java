package io.modernize.cmdb.tenancy.graphql;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a request have, of which the engine coerces every value.
 *
 * @param depth levels of objects and lists; the parser of JSON bounds it before
 * @param values objects, lists and values, all together
 */
record VariableShape(long depth, long values) {
    static VariableShape of(Map<String, ? extends @Nullable Object> variables) {
        return ofAll(variables.values());
    }

    void check(ApiLimits limits) {
        limits.check(Limit.VARIABLES_DEPTH, depth);
        limits.check(Limit.VARIABLE_VALUES, values);
    }

    private static VariableShape ofAll(Collection<? extends @Nullable Object> elements) {
        long depth = 0;
        long values = 0;
        for (Object element : elements) {
            VariableShape shape = ofValue(element);
            depth = Math.max(depth, shape.depth());
            values += shape.values();
        }
        return new VariableShape(depth, values);
    }

    private static VariableShape ofValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
            VariableShape below = ofAll(value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value);
            return new VariableShape(below.depth() + 1, below.values() + 1);
        }
        if (value instanceof String text) {
            StorableText.require(text);
        }
        return new VariableShape(0, 1);
    }
}

package io.modernize.cmdb.api.documents;

import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values in the variables of a request. The engine converts every value.
 *
 * @param depth levels of objects and lists; the parser of JSON limits them before
 * @param values objects, lists and values, all together
 */
record VariableShape(long depth, long values) {
    static VariableShape of(Map<String, ? extends @Nullable Object> variables) {
        return ofAll(null, variables);
    }

    void check(ApiLimits limits) {
        limits.check(Limit.VARIABLES_DEPTH, depth);
        limits.check(Limit.VARIABLE_VALUES, values);
    }

    private static VariableShape ofAll(@Nullable Path parent, Map<?, ? extends @Nullable Object> fields) {
        VariableShape all = new VariableShape(0, 0);
        for (Map.Entry<?, ? extends @Nullable Object> field : fields.entrySet()) {
            all = all.and(ofValue(new Path(parent, String.valueOf(field.getKey())), field.getValue()));
        }
        return all;
    }

    private static VariableShape ofAll(Path field, Collection<? extends @Nullable Object> elements) {
        VariableShape all = new VariableShape(0, 0);
        for (Object element : elements) {
            all = all.and(ofValue(field, element));
        }
        return all;
    }

    private VariableShape inside() {
        return new VariableShape(depth + 1, values + 1);
    }

    private VariableShape and(VariableShape other) {
        return new VariableShape(Math.max(depth, other.depth), values + other.values);
    }

    private static VariableShape ofValue(Path field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return ofAll(field, map).inside();
        }
        if (value instanceof Collection<?> elements) {
            return ofAll(field, elements).inside();
        }
        if (value instanceof String text) {
            StorableText.require(field::text, text);
        }
        return new VariableShape(0, 1);
    }

    /** The path of a value. It is written out for a refusal only, because names may be long and values many. */
    private record Path(@Nullable Path parent, String name) {
        String text() {
            return parent == null ? name : parent.text() + "." + name;
        }
    }
}

package io.modernize.cmdb.api.lookups;

import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up values of many rows at once. There is one look-up for each scope that the rows were found in, which is mostly
 * one.
 */
public final class ScopedLookUp {
    private ScopedLookUp() {}

    /**
     * The values by row. A row without a key or without a value is absent.
     *
     * @param scope the scope that a row was found in
     * @param key the key of a row's value; null if the row has none
     * @param lookUp looks the values up in a scope
     */
    public static <R, K, V> Map<R, V> of(
            Collection<R> rows,
            Function<R, TenantScope> scope,
            Function<R, @Nullable K> key,
            BiFunction<TenantScope, Set<K>, Map<K, V>> lookUp) {
        Map<TenantScope, Set<K>> asked = new HashMap<>();
        for (R row : rows) {
            K wanted = key.apply(row);
            if (wanted != null) {
                asked.computeIfAbsent(scope.apply(row), none -> new HashSet<>()).add(wanted);
            }
        }
        Map<TenantScope, Map<K, V>> found = new HashMap<>();
        asked.forEach((of, keys) -> found.put(of, lookUp.apply(of, keys)));
        Map<R, V> answers = new HashMap<>();
        for (R row : rows) {
            K wanted = key.apply(row);
            V value = wanted == null
                    ? null
                    : found.getOrDefault(scope.apply(row), Map.of()).get(wanted);
            if (value != null) {
                answers.put(row, value);
            }
        }
        return answers;
    }
}

package io.modernize.cmdb.inventory.records;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys made of several cells, for assets that have no key of their own in their source. */
public final class CompositeKey {
    private CompositeKey() {}

    /**
     * The key {@code kind:part/part}. Keys of different kinds are never equal. Nor are the keys of {@code a/b, c} and
     * {@code a, b/c}.
     */
    public static String of(String kind, @Nullable String... parts) {
        return kind + ":" + joined(parts);
    }

    /** The text {@code part/part}. An absent part is empty. */
    public static String joined(@Nullable String... parts) {
        return Arrays.stream(parts)
                .map(part -> part == null ? "" : part.replace("%", "%25").replace("/", "%2F"))
                .collect(Collectors.joining("/"));
    }
}

package io.modernize.cmdb.inventory.records;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys made of several cells, where a source gives an asset no key of its own. */
public final class CompositeKey {
    private CompositeKey() {}

    /** {@code kind:part/part}: keys of different kinds never meet, and neither do {@code a/b, c} and {@code a, b/c}. */
    public static String of(String kind, @Nullable String... parts) {
        return kind + ":" + joined(parts);
    }

    /** {@code part/part}; an absent part is empty. */
    public static String joined(@Nullable String... parts) {
        return Arrays.stream(parts)
                .map(part -> part == null ? "" : part.replace("%", "%25").replace("/", "%2F"))
                .collect(Collectors.joining("/"));
    }
}

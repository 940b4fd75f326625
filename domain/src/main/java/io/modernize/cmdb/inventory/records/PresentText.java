package io.modernize.cmdb.inventory.records;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins the parts of a text that are present. An absent part leaves no trace. */
public final class PresentText {
    private PresentText() {}

    public static String lines(@Nullable String... parts) {
        return joined("\n", parts);
    }

    public static String words(@Nullable String... parts) {
        return joined(" ", parts);
    }

    public static String phrases(@Nullable String... parts) {
        return joined(", ", parts);
    }

    /** The text after a label; null if there is no text. */
    public static @Nullable String labelled(String label, @Nullable String text) {
        return text == null ? null : label + text;
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Arrays.stream(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(separator));
    }
}

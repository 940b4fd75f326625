package io.modernize.cmdb.similarity.graphql;

import io.modernize.cmdb.similarity.application.ListAssets;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: from the beginning or behind a cursor, or backwards from the end or from a cursor.
 *
 * @param cursor where reading begins; null for an end of the list
 */
record PageArguments(int limit, boolean backward, @Nullable String cursor) {
    static final int DEFAULT_PAGE = 20;

    static PageArguments of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        boolean backward = last != null || before != null;
        if (backward && (first != null || after != null)) {
            throw Refusals.badInput(
                    first != null ? "first" : "after",
                    "A page is read forward, by first and after, or backward, by last and before.",
                    "Send the arguments of one direction.");
        }
        return backward
                ? new PageArguments(size("last", last), true, before)
                : new PageArguments(size("first", first), false, after);
    }

    String cursorArgument() {
        return backward ? "before" : "after";
    }

    private static int size(String argument, @Nullable Integer asked) {
        int size = asked == null ? DEFAULT_PAGE : asked;
        if (size < 1 || size > ListAssets.MAX_PAGE) {
            throw Refusals.badInput(
                    argument,
                    argument + " is out of range.",
                    "Send a number from 1 to " + ListAssets.MAX_PAGE + ", or leave it out for " + DEFAULT_PAGE + ".");
        }
        return size;
    }
}

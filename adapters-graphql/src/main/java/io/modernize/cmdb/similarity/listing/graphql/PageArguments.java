package io.modernize.cmdb.similarity.listing.graphql;

import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.api.paging.PageSize;
import io.modernize.cmdb.similarity.listing.application.ListAssets;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a page of a list. It begins at the beginning or after a cursor, or backwards at the end or before a
 * cursor.
 *
 * @param cursor the place where reading begins; null for an end of the list
 */
record PageArguments(int limit, boolean backward, @Nullable String cursor) {
    static PageArguments of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        boolean backward = last != null || before != null;
        if (backward && (first != null || after != null)) {
            throw CommonRefusals.badInput(
                    first != null ? "first" : "after",
                    "A page is read forward, by first and after, or backward, by last and before.",
                    "Send the arguments of one direction.");
        }
        return backward
                ? new PageArguments(PageSize.of("last", last, PageSize.DEFAULT, ListAssets.MAX_PAGE), true, before)
                : new PageArguments(PageSize.of(first, ListAssets.MAX_PAGE), false, after);
    }

    String cursorArgument() {
        return backward ? "before" : "after";
    }
}

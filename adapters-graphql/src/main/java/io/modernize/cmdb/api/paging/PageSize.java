package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.api.errors.CommonRefusals;
import org.jspecify.annotations.Nullable;

/** Reads the number of entries of a page. */
public final class PageSize {
    /** The default of most lists. */
    public static final int DEFAULT = 20;

    private PageSize() {}

    /**
     * The size of a page of a list that is read by {@code first}.
     *
     * @param first the value of the argument; null for {@link #DEFAULT}
     * @throws graphql.GraphqlErrorException with the code {@code BAD_INPUT} if it is not from 1 to {@code most}
     */
    public static int of(@Nullable Integer first, int most) {
        return of("first", first, DEFAULT, most);
    }

    /** The size of a page of a list with an argument of another name or another default. */
    public static int of(String argument, @Nullable Integer asked, int usual, int most) {
        int size = asked == null ? usual : asked;
        if (size < 1 || size > most) {
            throw CommonRefusals.badInput(
                    argument,
                    argument + " is out of range.",
                    "Send a number from 1 to " + most + ", or leave it out for " + usual + ".");
        }
        return size;
    }
}

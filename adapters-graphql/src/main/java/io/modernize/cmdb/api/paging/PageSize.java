package io.modernize.cmdb.api.paging;

import io.modernize.cmdb.api.errors.CommonRefusals;
import org.jspecify.annotations.Nullable;

/** How many entries a page of a list has. */
public final class PageSize {
    /** Of most lists. */
    public static final int DEFAULT = 20;

    private PageSize() {}

    /**
     * Of a list that is read by {@code first}.
     *
     * @param first as asked; null for {@link #DEFAULT}
     * @throws graphql.GraphqlErrorException with the code {@code BAD_INPUT} where it is none from 1 to {@code most}
     */
    public static int of(@Nullable Integer first, int most) {
        return of("first", first, DEFAULT, most);
    }

    /** Likewise, of an argument of another name or another default. */
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

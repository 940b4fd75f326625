package io.modernize.cmdb.similarity.index;

import org.jspecify.annotations.Nullable;

/**
 * What a client account has in one space, and what of it its own index covers.
 *
 * @param totalRows embedded assets
 * @param tailRows those of them that the index does not cover; all of them where there is none
 * @param built null where the client account has no index
 */
public record IndexState(
        long totalRows, long tailRows, @Nullable Built built) {

    /**
     * An index that exists and is used.
     *
     * @param name in the database
     * @param generation it covers the rows written up to this generation
     * @param rows that it held when it was built
     */
    public record Built(String name, int generation, long rows, HnswParameters parameters) {}

    public IndexState {
        if (totalRows < 0 || tailRows < 0 || tailRows > totalRows) {
            throw new IllegalArgumentException("of " + totalRows + " rows, " + tailRows + " cannot be the tail");
        }
    }

    /** Entries of the graph whose rows were deleted or written anew since it was built; 0 where there is none. */
    public long deadRows() {
        return built == null ? 0 : Math.max(0, built.rows() - (totalRows - tailRows));
    }
}

package io.modernize.cmdb.similarity.index;

import org.jspecify.annotations.Nullable;

/**
 * The vectors of a client account in one space, and the part of them that its index covers.
 *
 * @param totalRows the number of embedded assets
 * @param tailRows the number of embedded assets that the index does not cover; all of them if there is none
 * @param built null if the client account has no index
 */
public record IndexState(
        long totalRows, long tailRows, @Nullable Built built) {

    /**
     * An index that exists and is used.
     *
     * @param name the name in the database
     * @param generation the index covers the rows that were written up to this generation
     * @param rows the number of rows that the index held when it was built
     */
    public record Built(String name, int generation, long rows, HnswParameters parameters) {}

    public IndexState {
        if (totalRows < 0 || tailRows < 0 || tailRows > totalRows) {
            throw new IllegalArgumentException("of " + totalRows + " rows, " + tailRows + " cannot be the tail");
        }
    }

    /**
     * The number of graph entries whose rows were deleted or written again since the index was built; 0 if there is no
     * index.
     */
    public long deadRows() {
        return built == null ? 0 : Math.max(0, built.rows() - (totalRows - tailRows));
    }
}

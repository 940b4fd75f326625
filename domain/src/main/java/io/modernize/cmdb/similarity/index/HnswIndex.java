package io.modernize.cmdb.similarity.index;

/**
 * A client account's own HNSW index over one embedding space.
 *
 * @param generation the index covers the rows that were written up to this generation; later rows are its tail
 * @param rows the number of rows that the index held when it was built
 * @param efSearch the size of the dynamic candidate list for ten hits, 1 to 1,000; a greater one costs time and finds
 *     more
 */
public record HnswIndex(String name, int generation, long rows, int efSearch) {
    /** The limit of pgvector. */
    public static final int MAX_EF_SEARCH = 1_000;
}

package io.modernize.cmdb.similarity.index;

/**
 * A client account's own HNSW index over one embedding space.
 *
 * @param generation the index covers the rows written up to this generation; those after it are its tail
 * @param rows that it held when it was built
 * @param efSearch size of the dynamic candidate list for ten hits: more costs time and finds more, 1 to 1,000
 */
public record HnswIndex(String name, int generation, long rows, int efSearch) {
    /** pgvector's own bound. */
    public static final int MAX_EF_SEARCH = 1_000;
}

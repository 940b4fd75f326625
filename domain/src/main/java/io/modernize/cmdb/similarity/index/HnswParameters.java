package io.modernize.cmdb.similarity.index;

/**
 * The parameters of building an HNSW graph. Greater numbers find more at the same {@code ef_search}, and cost time and
 * space when building and inserting.
 *
 * @param m links of an entry in each layer, 2 to 100
 * @param efConstruction size of the dynamic candidate list while building, 4 to 1,000 and at least twice {@code m}
 */
public record HnswParameters(int m, int efConstruction) {
    /** The defaults of pgvector. */
    public static final HnswParameters DEFAULT = new HnswParameters(16, 64);

    /** Throws {@link IllegalArgumentException} if a parameter is outside the bounds of pgvector. */
    public HnswParameters {
        if (m < 2 || m > 100) {
            throw new IllegalArgumentException("m of an HNSW index is 2 to 100: " + m);
        }
        if (efConstruction < Math.max(4, 2 * m) || efConstruction > 1_000) {
            throw new IllegalArgumentException(
                    "ef_construction of an HNSW index is 4 to 1,000 and at least twice m: " + efConstruction);
        }
    }
}

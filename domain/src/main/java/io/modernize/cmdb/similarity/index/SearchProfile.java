package io.modernize.cmdb.similarity.index;

import org.jspecify.annotations.Nullable;

/**
 * The settings of searches over a client account's vectors of one space. They are set by measurement, see {@link
 * RecallAudit}.
 *
 * @param rerankCount the number of candidates of a quantised scan that are compared by their vectors, for ten hits
 * @param index null if the client account has no index
 */
public record SearchProfile(int rerankCount, @Nullable HnswIndex index) {
    /** The number with which ten hits of real embeddings of 384 dimensions are found with a recall of 0.995. */
    public static final int DEFAULT_RERANK_COUNT = 400;

    public static final int MAX_RERANK_COUNT = 10_000;

    /** The profile before the first measurement. */
    public static SearchProfile initial() {
        return new SearchProfile(DEFAULT_RERANK_COUNT, null);
    }
}

package io.modernize.cmdb.similarity.index;

import org.jspecify.annotations.Nullable;

/**
 * How a client account's vectors of one space are to be searched. Set by measurement, see {@link RecallAudit}.
 *
 * @param rerankCount candidates of a quantised scan whose vectors are compared, for ten hits
 * @param index null where the client account has none
 */
public record SearchProfile(int rerankCount, @Nullable HnswIndex index) {
    /** Ten hits of real embeddings of 384 dimensions are found with a recall of 0.995. */
    public static final int DEFAULT_RERANK_COUNT = 400;

    public static final int MAX_RERANK_COUNT = 10_000;

    /** Before anything was measured. */
    public static SearchProfile initial() {
        return new SearchProfile(DEFAULT_RERANK_COUNT, null);
    }
}

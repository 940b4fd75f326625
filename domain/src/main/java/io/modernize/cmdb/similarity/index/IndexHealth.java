package io.modernize.cmdb.similarity.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a client account's vector index in one space at the last survey.
 *
 * @param totalRows the number of embedded assets
 * @param tailRows the number of embedded assets that no index covers
 * @param indexName the name in the database; null if there is no index
 * @param builtAt null if there is no index
 * @param efSearch the knob of the index, used if there is one
 * @param rerankCount the knob of searches without the index
 * @param checkedAt the time of the survey; null before the first one, when the numbers of rows are 0
 */
public record IndexHealth(
        long totalRows,
        long tailRows,
        @Nullable String indexName,
        @Nullable Instant builtAt,
        int efSearch,
        int rerankCount,
        @Nullable Instant checkedAt) {
    /** The {@code ef_search} of an index that was not audited yet. */
    public static final int INITIAL_EF_SEARCH = 100;
}

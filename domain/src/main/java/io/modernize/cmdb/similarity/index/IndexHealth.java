package io.modernize.cmdb.similarity.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a client account's vectors of one space are searched, as of its last survey.
 *
 * @param totalRows embedded assets
 * @param tailRows those of them that no index covers
 * @param indexName in the database; null where there is no index
 * @param builtAt null where there is no index
 * @param efSearch knob of the index, used where there is one
 * @param rerankCount knob of searches without the index
 * @param checkedAt time of the survey; null before the first one, when the numbers of rows are 0
 */
public record IndexHealth(
        long totalRows,
        long tailRows,
        @Nullable String indexName,
        @Nullable Instant builtAt,
        int efSearch,
        int rerankCount,
        @Nullable Instant checkedAt) {
    /** {@code ef_search} of an index that was not audited yet. */
    public static final int INITIAL_EF_SEARCH = 100;
}

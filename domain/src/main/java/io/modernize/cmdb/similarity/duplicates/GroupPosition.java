package io.modernize.cmdb.similarity.duplicates;

/**
 * The place of a group in the list of all groups. The highest score comes first, and groups of equal score have the
 * order of their ids.
 */
public record GroupPosition(double score, DuplicateGroupId id) {
    /** Throws {@link IllegalArgumentException} for a score outside 0 to 1. */
    public GroupPosition {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is 0 to 1");
        }
    }
}

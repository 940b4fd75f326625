package io.modernize.cmdb.similarity;

/**
 * The place of a group in the list of all, which has the best score first, equal ones by what their members are called, and
 * by ids only where that is the same.
 *
 * @param lead {@link DuplicateGroup#lead}
 */
public record GroupPosition(double score, String lead, DuplicateGroupId id) {
    /** Throws {@link IllegalArgumentException} for a score outside 0 to 1. */
    public GroupPosition {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is 0 to 1");
        }
    }
}

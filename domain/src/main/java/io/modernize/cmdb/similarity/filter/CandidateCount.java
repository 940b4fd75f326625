package io.modernize.cmdb.similarity.filter;

/**
 * How many embedded assets of a scope pass a filter. Counting stops where the number would no longer change the plan.
 *
 * @param exact whether there are exactly so many; if not, there are at least so many
 */
public record CandidateCount(long value, boolean exact) {
    public CandidateCount {
        if (value < 0) {
            throw new IllegalArgumentException("a count is not negative: " + value);
        }
    }

    public static CandidateCount exactly(long value) {
        return new CandidateCount(value, true);
    }

    public static CandidateCount atLeast(long value) {
        return new CandidateCount(value, false);
    }
}

package io.modernize.cmdb.similarity.filter;

/**
 * The number of embedded assets of a scope that pass a filter. Counting stops where a higher number would not change
 * the plan.
 *
 * @param exact whether the number is exact; if not, there are at least so many
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

package io.modernize.cmdb.similarity.search;

/** Whether a search returned as many hits as were asked for, and if not, why. */
public sealed interface Completeness {

    /** As many as asked for. */
    record Complete() implements Completeness {}

    /** Fewer, since the scope with its filters has no more embedded assets; nothing was left out. */
    record FewerCandidates(long candidates) implements Completeness {}

    /** Fewer, since no other asset of the scope that passes the filters has any of the words. */
    record FewerMatches(long matches) implements Completeness {}

    /** Fewer, since all others score less than the query's minimum. */
    record BelowMinimumScore(MinimumScore minimum) implements Completeness {}
}

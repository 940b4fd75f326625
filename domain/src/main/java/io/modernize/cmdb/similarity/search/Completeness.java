package io.modernize.cmdb.similarity.search;

/** Whether a search returned as many hits as were asked for, and if not, why. */
public sealed interface Completeness {

    /** There are as many hits as asked for. */
    record Complete() implements Completeness {}

    /** There are fewer hits, because the scope has no other embedded asset that passes the filter. */
    record FewerCandidates(long candidates) implements Completeness {}

    /** There are fewer hits, because no other asset of the scope that passes the filter has any of the words. */
    record FewerMatches(long matches) implements Completeness {}

    /** There are fewer hits, because all other assets score less than the minimum of the query. */
    record BelowMinimumScore(MinimumScore minimum) implements Completeness {}
}

package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.Nullable;

/**
 * Fuses a ranking by embeddings and one by words by ranks alone, since their scores have no common scale: a hit scores
 * {@code weight / (k + rank)} in each ranking that has it, ranks counted from 1, and the sum decides.
 *
 * <p>Source: Cormack, Clarke, Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning
 * Methods", SIGIR 2009, which found {@code k = 60} and a flat optimum around it.
 */
public final class ReciprocalRankFusion {
    public static final int K = 60;

    /**
     * Weight of the ranking by words; that by embeddings weighs 1. What stands there literally is the better evidence of
     * the two. Between 1.5 and 2 it makes little difference; with 1, questions that mix names with meaning lost to words
     * alone.
     */
    public static final double TEXT_WEIGHT = 1.5;

    /**
     * Which share of the best score by words an asset must reach to be in that ranking: below it has the common words of
     * the question only, and its rank says nothing. Between 0.3 and 0.6 it makes little difference.
     */
    public static final double LEAST_SHARE_OF_BEST = 0.5;

    /**
     * How many of each ranking are fused at least. A hit that both sides rank 50th beats one that only
     * embeddings rank first, so that a ranking cut too early loses what both agree upon.
     */
    private static final int LEAST_DEPTH = 50;

    private ReciprocalRankFusion() {}

    /** How many of each ranking are fused for so many hits. */
    public static TopK depth(TopK topK) {
        return new TopK(Math.min(TopK.MAX, Math.max(LEAST_DEPTH, topK.value())));
    }

    /**
     * The fused score: above 0, at most 2.5 / 61, higher is better.
     *
     * @param vectorRank in the ranking by embeddings, from 1; null where it lacks the hit
     * @param textRank in the ranking by words, likewise
     */
    public static double score(@Nullable Integer vectorRank, @Nullable Integer textRank) {
        return part(1, vectorRank) + part(TEXT_WEIGHT, textRank);
    }

    /**
     * Whether an asset is in the ranking by words that is fused.
     *
     * @param score of the asset by words
     * @param best the highest such score
     * @param identifierTyped whether the query is one of its identifiers or the beginning of one
     */
    public static boolean counts(double score, double best, boolean identifierTyped) {
        return identifierTyped || score >= LEAST_SHARE_OF_BEST * best;
    }

    private static double part(double weight, @Nullable Integer rank) {
        return rank == null ? 0 : weight / (K + rank);
    }
}

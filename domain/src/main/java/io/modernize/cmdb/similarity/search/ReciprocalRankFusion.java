package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.Nullable;

/**
 * Fuses a ranking by embeddings and a ranking by words. It uses ranks alone, since the scores have no common scale. A
 * hit scores {@code weight / (k + rank)} in each ranking that has it, with ranks counted from 1, and the sum decides.
 *
 * <p>Source: Cormack, Clarke, Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning
 * Methods", SIGIR 2009, which found {@code k = 60} and a flat optimum around it.
 */
public final class ReciprocalRankFusion {
    public static final int K = 60;

    /**
     * The weight of the ranking by words. The ranking by embeddings has weight 1. A word that stands there literally is
     * the better evidence. Between 1.5 and 2 the weight makes little difference. With 1, questions that mix names with
     * meaning lost to words alone.
     */
    public static final double TEXT_WEIGHT = 1.5;

    /**
     * The share of the best score by words that an asset must reach to be in that ranking. An asset below it has only
     * the common words of the question, and its rank says nothing. Between 0.3 and 0.6 the share makes little
     * difference.
     */
    public static final double LEAST_SHARE_OF_BEST = 0.5;

    /**
     * The least number of hits of each ranking that are fused. A hit that both rankings have at rank 50 beats one that
     * only embeddings rank first. A ranking that is cut too early loses what both agree upon.
     */
    private static final int LEAST_DEPTH = 50;

    private ReciprocalRankFusion() {}

    /** The number of hits of each ranking that are fused for so many hits. */
    public static TopK depth(TopK topK) {
        return new TopK(Math.min(TopK.MAX, Math.max(LEAST_DEPTH, topK.value())));
    }

    /**
     * The fused score: above 0, at most 2.5 / 61, higher is better.
     *
     * @param vectorRank the rank in the ranking by embeddings, from 1; null if the ranking lacks the hit
     * @param textRank the rank in the ranking by words, from 1; null if the ranking lacks the hit
     */
    public static double score(@Nullable Integer vectorRank, @Nullable Integer textRank) {
        return part(1, vectorRank) + part(TEXT_WEIGHT, textRank);
    }

    /**
     * Whether an asset is in the fused ranking by words.
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

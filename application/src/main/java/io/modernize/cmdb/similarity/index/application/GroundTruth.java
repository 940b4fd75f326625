package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import java.time.Duration;
import java.util.List;

/**
 * A query, the hits that an exact search finds for it, and the time that the exact search took.
 *
 * @param hits the number of hits, at least 1
 * @param lastScore the score of the worst hit
 */
record GroundTruth(NearestQuery query, int hits, double lastScore, Duration took) {
    /** The difference of scores that counts as rounding, and not as another asset. */
    private static final double SAME_SCORE = 1e-6;

    /**
     * The number of missing hits. A hit counts as found if it scores as well as the last hit of the exact plan, so that
     * ties are not counted as missing.
     */
    long missedBy(List<SimilarAsset> found) {
        long good = found.stream()
                .filter(hit -> hit.score() >= lastScore - SAME_SCORE)
                .count();
        return Math.max(0, hits - good);
    }
}

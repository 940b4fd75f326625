package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import java.time.Duration;
import java.util.List;

/**
 * A query, what it should find and how long it took to find that by comparing everything.
 *
 * @param hits at least 1
 * @param lastScore of the worst of them
 */
record GroundTruth(NearestQuery query, int hits, double lastScore, Duration took) {
    /** What a score may fall short of the exact plan's last one: rounding, not another asset. */
    private static final double SAME_SCORE = 1e-6;

    /**
     * How many hits are missing. A hit counts as found where it scores as well as the last one of the exact plan, so that
     * ties are no misses.
     */
    long missedBy(List<SimilarAsset> found) {
        long good = found.stream()
                .filter(hit -> hit.score() >= lastScore - SAME_SCORE)
                .count();
        return Math.max(0, hits - good);
    }
}

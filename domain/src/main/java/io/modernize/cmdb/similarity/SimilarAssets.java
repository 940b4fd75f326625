package io.modernize.cmdb.similarity;

import java.util.List;

/**
 * The answer to a search.
 *
 * @param hits best first; equal scores in the order of asset ids, so that an answer can be repeated
 * @param plan that found them
 * @param candidates embedded assets of the scope that pass the filter, whatever they score
 */
public record SimilarAssets(
        List<SimilarAsset> hits, SearchPlan plan, CandidateCount candidates, Completeness completeness) {
    public SimilarAssets {
        hits = List.copyOf(hits);
    }

    /**
     * The answer to a search that found these, best first.
     *
     * @param nearest at most {@code topK}, and fewer only where there are no more
     */
    public static SimilarAssets of(
            List<SimilarAsset> nearest, TopK topK, MinimumScore minimum, SearchPlan plan, CandidateCount candidates) {
        List<SimilarAsset> hits =
                nearest.stream().filter(hit -> hit.score() >= minimum.value()).toList();
        Completeness completeness;
        if (hits.size() == topK.value()) {
            completeness = new Completeness.Complete();
        } else if (hits.size() == nearest.size()) {
            completeness = new Completeness.FewerCandidates(hits.size());
        } else {
            completeness = new Completeness.BelowMinimumScore(minimum);
        }
        return new SimilarAssets(hits, plan, candidates, completeness);
    }
}

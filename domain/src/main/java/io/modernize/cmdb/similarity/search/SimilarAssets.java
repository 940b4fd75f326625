package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import java.util.List;

/**
 * The answer to a search.
 *
 * @param hits best first. In searches by words, an asset whose identifier was typed comes before all others. Hits of
 *     equal score have the order of {@link io.modernize.cmdb.inventory.Asset#BY_NAME_AND_KEY}, so that an answer can be
 *     repeated
 * @param plan the plan that found the hits
 * @param candidates the embedded assets of the scope that pass the filter, whatever they score; in a search by words
 *     alone, the assets that have any of the words
 */
public record SimilarAssets(
        List<SimilarAsset> hits, SearchPlan plan, CandidateCount candidates, Completeness completeness) {
    public SimilarAssets {
        hits = List.copyOf(hits);
    }

    /**
     * The answer to a search by embeddings with these hits, best first.
     *
     * @param nearest at most {@code topK}, and fewer only if there are no more
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

    /**
     * The answer to a search by words with these hits, best first.
     *
     * @param matching at most {@code topK}, and fewer only if there are no more
     * @param matches the number of assets that have any of the words
     */
    public static SimilarAssets ofMatches(List<SimilarAsset> matching, TopK topK, CandidateCount matches) {
        Completeness completeness = matching.size() == topK.value()
                ? new Completeness.Complete()
                : new Completeness.FewerMatches(matching.size());
        return new SimilarAssets(matching, new SearchPlan.Text(), matches, completeness);
    }

    /**
     * The answer to a search by embeddings and words with these hits, best first.
     *
     * @param fused at most {@code topK}, and fewer only if neither ranking has more
     * @param plan the plan that found the nearest assets
     * @param candidates the candidates of the search by embeddings
     */
    public static SimilarAssets ofFused(
            List<SimilarAsset> fused, TopK topK, MinimumScore minimum, SearchPlan plan, CandidateCount candidates) {
        Completeness completeness;
        if (fused.size() == topK.value()) {
            completeness = new Completeness.Complete();
        } else if (minimum.equals(MinimumScore.NONE)) {
            completeness = new Completeness.FewerCandidates(fused.size());
        } else {
            completeness = new Completeness.BelowMinimumScore(minimum);
        }
        return new SimilarAssets(fused, plan, candidates, completeness);
    }
}

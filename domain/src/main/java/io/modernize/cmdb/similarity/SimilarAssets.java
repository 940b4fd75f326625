package io.modernize.cmdb.similarity;

import java.util.List;

/**
 * The answer to a search.
 *
 * @param hits best first; equal scores in the order of asset ids, so that an answer can be repeated
 * @param candidates embedded assets of the scope that pass the filter
 */
public record SimilarAssets(List<SimilarAsset> hits, SearchPlan plan, long candidates, Completeness completeness) {
    public SimilarAssets {
        hits = List.copyOf(hits);
    }
}

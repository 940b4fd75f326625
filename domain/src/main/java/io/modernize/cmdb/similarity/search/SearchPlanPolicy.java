package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.SearchProfile;

/**
 * Chooses the plan of a search that costs least, from the number of candidates that scope and filter leave.
 *
 * <p>The cost of an exact plan grows with the candidates. The cost of an HNSW scan grows with their rarity, since the
 * scan passes entries that the filter rejects. A quantised scan stands between the two, and is the plan if there is no
 * index. From {@link #candidateLimit} candidates on the choice is clear, so nobody has to count beyond.
 */
public final class SearchPlanPolicy {
    /** The number of hits that the knobs of a {@link SearchProfile} are meant for. */
    public static final int PROFILED_TOP_K = 10;

    private final SearchCosts costs;
    private final int candidateLimit;

    /** @param candidateLimit where counting candidates stops, at least 1 */
    public SearchPlanPolicy(SearchCosts costs, int candidateLimit) {
        if (candidateLimit < 1) {
            throw new IllegalArgumentException("at least one candidate has to be counted: " + candidateLimit);
        }
        this.costs = costs;
        this.candidateLimit = candidateLimit;
    }

    public int candidateLimit() {
        return candidateLimit;
    }

    /** The cheapest plan for so many candidates. */
    public SearchPlan choose(int dimensions, TopK topK, CandidateCount candidates, SearchProfile profile) {
        SearchPlan.Quantised quantised = quantised(topK, profile);
        HnswIndex index = profile.index();
        if (!candidates.exact()) {
            return index == null ? quantised : approximate(topK, index);
        }
        double exact = costs.exact(dimensions, candidates.value());
        if (index != null && costs.approximate(dimensions, visits(topK, candidates, index)) < exact) {
            return approximate(topK, index);
        }
        // Every candidate would be ranked by its vector anyway.
        if (candidates.value() <= quantised.rerankCount()) {
            return new SearchPlan.Exact();
        }
        return costs.quantised(dimensions, candidates.value(), quantised.rerankCount()) < exact
                ? quantised
                : new SearchPlan.Exact();
    }

    /** The plan without an index. It is also used if an HNSW scan came back with too few hits. */
    public SearchPlan.Quantised quantised(TopK topK, SearchProfile profile) {
        return new SearchPlan.Quantised(
                (int) Math.min(SearchProfile.MAX_RERANK_COUNT, scaled(profile.rerankCount(), topK)));
    }

    /** The plan that searches the index. */
    public SearchPlan.Approximate approximate(TopK topK, HnswIndex index) {
        return new SearchPlan.Approximate(
                index.name(), (int) Math.min(HnswIndex.MAX_EF_SEARCH, scaled(index.efSearch(), topK)));
    }

    private double visits(TopK topK, CandidateCount candidates, HnswIndex index) {
        double share = Math.min(1, (double) candidates.value() / Math.max(1, index.rows()));
        return Math.max(approximate(topK, index).efSearch(), topK.value() / Math.max(share, 1e-9));
    }

    /**
     * The knob for so many hits. More hits need more candidates in proportion. Fewer hits do not allow for fewer
     * candidates, as recall@1 shows.
     */
    private static long scaled(int knob, TopK topK) {
        return Math.max(knob, (long) Math.ceil((double) knob * topK.value() / PROFILED_TOP_K));
    }
}

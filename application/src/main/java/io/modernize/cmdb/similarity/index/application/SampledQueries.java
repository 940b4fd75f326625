package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.index.application.VectorSamples.StoredVector;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Queries made of stored vectors, each without its own asset among the hits. Every other one is used as it is: so ask
 * searches for assets like another. The rest are drawn a third of the way towards another stored vector, since a text
 * says less than an asset's document and its vector lies between those of assets, where a graph is harder to search.
 */
final class SampledQueries {
    private static final float TOWARDS_ANOTHER = 1 / 3f;

    private final VectorSamples samples;
    private final TimedSearch search;
    private final TopK topK;

    SampledQueries(VectorSamples samples, TimedSearch search, TopK topK) {
        this.samples = samples;
        this.search = search;
        this.topK = topK;
    }

    /**
     * Queries with what they should find: as many as there is time for, and one at least. A query that finds nothing is
     * left out.
     *
     * @param count most queries
     * @param seed the same one draws the same queries from the same data
     * @param end when no further query begins
     */
    List<GroundTruth> draw(TenantScope scope, EmbeddingSpace space, int count, long seed, Instant end) {
        List<StoredVector> drawn = samples.draw(scope, space, count, seed);
        List<GroundTruth> truths = new ArrayList<>();
        for (int i = 0; i < drawn.size() && (i == 0 || !search.isOver(end)); i++) {
            EmbeddingVector vector = drawn.get(i).vector();
            NearestQuery query = new NearestQuery(
                    space,
                    i % 2 == 0
                            ? vector
                            : towards(vector, drawn.get((i + 1) % drawn.size()).vector()),
                    topK,
                    AssetFilter.none(),
                    MinimumScore.NONE,
                    drawn.get(i).assetId());
            TimedSearch.Answer answer = search.ask(scope, query, new SearchPlan.Exact());
            if (!answer.hits().isEmpty()) {
                truths.add(new GroundTruth(
                        query, answer.hits().size(), answer.hits().getLast().score(), answer.took()));
            }
        }
        return truths;
    }

    private static EmbeddingVector towards(EmbeddingVector from, EmbeddingVector to) {
        float[] values = from.toArray();
        float[] others = to.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += TOWARDS_ANOTHER * (others[i] - values[i]);
        }
        return Arrays.equals(values, new float[values.length]) ? from : EmbeddingVector.normalised(values);
    }
}

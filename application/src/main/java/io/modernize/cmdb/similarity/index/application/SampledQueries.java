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
 * Makes queries of stored vectors, each without its own asset among the hits. Every other vector is used as it is,
 * which is a search for assets like another. The rest are drawn a third of the way towards another stored vector: a
 * text says less than an asset's document, its vector lies between those of assets, and a graph is harder to search
 * there.
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
     * Draws queries with the hits that they should find: as many as there is time for, and at least one. A query that
     * finds nothing is left out.
     *
     * @param count the greatest number of queries
     * @param seed the same seed draws the same queries from the same data
     * @param end no further query begins after this time
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

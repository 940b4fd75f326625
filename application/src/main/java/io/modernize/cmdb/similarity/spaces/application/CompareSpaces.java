package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.index.application.VectorSamples.StoredVector;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.spaces.RankingQuality;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quality gate of a change to another embedding space: the same questions, asked in both. Most are stored vectors of
 * sampled assets, which cost no call of a model.
 */
public final class CompareSpaces {
    private static final TopK TOP_K = new TopK(10);

    private final EmbeddingStore store;
    private final EmbeddingIndex index;
    private final VectorSamples samples;
    private final QueryVectors vectors;
    private final SpaceComparisons comparisons;
    private final Settings settings;
    private final Clock clock;

    /**
     * How thoroughly to compare.
     *
     * @param samples assets whose neighbours are compared, 1 to 1,000
     */
    public record Settings(int samples, SpaceComparison.Gate gate) {
        public Settings {
            if (samples < 1 || samples > 1_000) {
                throw new IllegalArgumentException("a comparison takes 1 to 1,000 samples: " + samples);
            }
        }
    }

    /**
     * A query and the names of the assets that a person judged to be right answers.
     *
     * @param scope where it is asked
     */
    public record JudgedRequest(TenantScope scope, String text, Set<String> relevant) {
        public JudgedRequest {
            relevant = Set.copyOf(relevant);
        }
    }

    public CompareSpaces(
            EmbeddingStore store,
            EmbeddingIndex index,
            VectorSamples samples,
            QueryVectors vectors,
            SpaceComparisons comparisons,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.index = index;
        this.samples = samples;
        this.vectors = vectors;
        this.comparisons = comparisons;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Compares, and keeps what was measured.
     *
     * @param judged may be empty
     * @throws io.modernize.cmdb.embedding.application.EmbeddingUnavailableException where a judged query cannot be embedded
     */
    public SpaceComparison compare(
            TenantScope scope, EmbeddingSpace from, EmbeddingSpace to, List<JudgedRequest> judged) {
        Instant begin = clock.instant();
        List<Double> overlaps = new ArrayList<>();
        for (StoredVector sample : samples.draw(scope, from, settings.samples(), begin.toEpochMilli())) {
            store.find(scope, to, sample.assetId())
                    .flatMap(vector -> overlap(scope, from, sample, to, vector))
                    .ifPresent(overlaps::add);
        }
        SpaceComparison comparison = new SpaceComparison(
                begin,
                overlaps.size(),
                mean(overlaps),
                judged.size(),
                mean(judged.stream().map(request -> ndcg(request, from)).toList()),
                mean(judged.stream().map(request -> ndcg(request, to)).toList()),
                store.countDue(scope, to),
                settings.gate());
        comparisons.append(scope, from, to, comparison);
        return comparison;
    }

    private static OptionalDouble mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average();
    }

    /** Empty for an asset without neighbours. */
    private Optional<Double> overlap(
            TenantScope scope, EmbeddingSpace from, StoredVector sample, EmbeddingSpace to, EmbeddingVector vector) {
        Set<AssetId> before = ids(nearest(scope, from, sample.vector(), sample.assetId()));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Set<AssetId> common = new HashSet<>(ids(nearest(scope, to, vector, sample.assetId())));
        common.retainAll(before);
        return Optional.of((double) common.size() / before.size());
    }

    private double ndcg(JudgedRequest request, EmbeddingSpace space) {
        EmbeddingVector vector = vectors.of(request.scope(), space, request.text());
        List<String> names = nearest(request.scope(), space, vector, null).stream()
                .map(hit -> hit.asset().attributes().name())
                .toList();
        return RankingQuality.of(names, request.relevant()).ndcgAt10();
    }

    private static Set<AssetId> ids(List<SimilarAsset> hits) {
        return hits.stream().map(hit -> hit.asset().id()).collect(Collectors.toSet());
    }

    private List<SimilarAsset> nearest(
            TenantScope scope, EmbeddingSpace space, EmbeddingVector vector, @Nullable AssetId excluded) {
        return index.nearest(
                        scope, new NearestQuery(space, vector, TOP_K, AssetFilter.none(), MinimumScore.NONE, excluded))
                .hits();
    }
}

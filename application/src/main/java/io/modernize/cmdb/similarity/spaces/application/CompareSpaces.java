package io.modernize.cmdb.similarity.spaces.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.similarity.spaces.SpaceComparison;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The quality gate of a change to another embedding space: the same questions, asked in both. Most are stored vectors of
 * sampled assets, which cost no call of a model.
 */
public final class CompareSpaces {
    private final EmbeddingStore store;
    private final NeighbourOverlap overlap;
    private final JudgedQuality quality;
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
            NeighbourOverlap overlap,
            JudgedQuality quality,
            SpaceComparisons comparisons,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.overlap = overlap;
        this.quality = quality;
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
        List<Double> overlaps = overlap.shares(scope, from, to, settings.samples(), begin.toEpochMilli());
        SpaceComparison comparison = new SpaceComparison(
                begin,
                overlaps.size(),
                overlaps.stream().mapToDouble(Double::doubleValue).average(),
                judged.size(),
                quality.meanNdcg(judged, from),
                quality.meanNdcg(judged, to),
                store.countDue(scope, to),
                settings.gate());
        comparisons.append(scope, from, to, comparison);
        return comparison;
    }
}

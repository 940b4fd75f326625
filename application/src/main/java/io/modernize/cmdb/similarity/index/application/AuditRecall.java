package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.Audited;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.NotNeeded;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.TimedOut;
import io.modernize.cmdb.similarity.index.application.VectorSamples.StoredVector;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much an approximate plan finds of what there is, and sets its knob to the lowest value that holds the
 * target recall.
 *
 * <p>Queries are made of stored vectors, each without its own asset among the hits. Every other one is used as it is: so
 * ask searches for assets like another. The rest are drawn a third of the way towards another stored vector, since a
 * text says less than an asset's document and its vector lies between those of assets, where a graph is harder to
 * search. A hit counts as found where it scores as well as the last one of the exact plan, so that ties are no misses.
 */
public final class AuditRecall {
    private static final TopK TOP_K = new TopK(SearchPlanPolicy.PROFILED_TOP_K);

    /** What a score may fall short of the exact plan's last one: rounding, not another asset. */
    private static final double SAME_SCORE = 1e-6;

    private static final float TOWARDS_ANOTHER = 1 / 3f;

    private final ActiveSpaces spaces;
    private final EmbeddingIndex index;
    private final VectorIndexes indexes;
    private final VectorSamples samples;
    private final SearchProfiles profiles;
    private final RecallAudits audits;
    private final TenantTransactions transactions;
    private final Settings settings;
    private final Clock clock;

    /**
     * How thoroughly to measure.
     *
     * @param samples queries for each audit, 2 to 1,000
     * @param timeLimit for one client account; one query more at most
     */
    public record Settings(KnobTuning tuning, int samples, Duration timeLimit) {
        public Settings {
            if (samples < 2 || samples > 1_000) {
                throw new IllegalArgumentException("an audit takes 2 to 1,000 samples: " + samples);
            }
            if (!timeLimit.isPositive()) {
                throw new IllegalArgumentException("an audit takes some time: " + timeLimit);
            }
        }
    }

    public AuditRecall(
            ActiveSpaces spaces,
            EmbeddingIndex index,
            VectorIndexes indexes,
            VectorSamples samples,
            SearchProfiles profiles,
            RecallAudits audits,
            TenantTransactions transactions,
            Settings settings,
            Clock clock) {
        this.spaces = spaces;
        this.index = index;
        this.indexes = indexes;
        this.samples = samples;
        this.profiles = profiles;
        this.audits = audits;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Audits the plan that the scope's client account is searched by when nothing is filtered: its index where it has
     * one, otherwise the scan of codes.
     */
    public AuditOutcome audit(TenantScope scope) {
        return audit(scope, spaces.active(scope));
    }

    /** Likewise, in one of the spaces that the client account maintains. */
    AuditOutcome audit(TenantScope scope, EmbeddingSpace space) {
        long totalRows = indexes.survey(scope, space).totalRows();
        SearchProfile profile = profiles.find(scope, space);
        if (profile.index() == null && totalRows <= profile.rerankCount()) {
            return new NotNeeded(totalRows);
        }
        Instant begin = clock.instant();
        Instant deadline = begin.plus(settings.timeLimit());
        List<Truth> truths = truths(scope, space, begin);
        Audit audit = new Audit(scope, truths, deadline, profile.index());
        Optional<Measured> tuned = audit.tune();
        if (truths.isEmpty() || tuned.isEmpty()) {
            return truths.isEmpty() ? new NotNeeded(totalRows) : new TimedOut(totalRows);
        }
        Measured measured = tuned.get();
        RecallAudit result = new RecallAudit(
                begin,
                audit.strategy(),
                measured.knob(),
                totalRows,
                truths.size(),
                TOP_K.value(),
                measured.recall(),
                settings.tuning().targetRecall(),
                Latencies.of(truths.stream().map(Truth::took).toList()).percentile(50),
                measured.latencies().percentile(50),
                measured.latencies().percentile(95));
        transactions.runInScope(scope, () -> {
            profiles.save(scope, space, result.strategy(), result.knob());
            audits.append(scope, space, result);
        });
        return new Audited(result);
    }

    /** Queries with what they should find: as many as half the time allows, and one at least. */
    private List<Truth> truths(TenantScope scope, EmbeddingSpace space, Instant begin) {
        Instant end = begin.plus(settings.timeLimit().dividedBy(2));
        List<StoredVector> drawn = samples.draw(scope, space, settings.samples(), begin.toEpochMilli());
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < drawn.size() && (i == 0 || clock.instant().isBefore(end)); i++) {
            EmbeddingVector vector = drawn.get(i).vector();
            NearestQuery query = new NearestQuery(
                    space,
                    i % 2 == 0
                            ? vector
                            : towards(vector, drawn.get((i + 1) % drawn.size()).vector()),
                    TOP_K,
                    AssetFilter.none(),
                    MinimumScore.NONE,
                    drawn.get(i).assetId());
            Answer answer = ask(scope, query, new SearchPlan.Exact());
            if (!answer.hits().isEmpty()) {
                truths.add(new Truth(
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

    private Answer ask(TenantScope scope, NearestQuery query, SearchPlan plan) {
        Instant begin = clock.instant();
        List<SimilarAsset> hits = index.nearest(scope, query, plan).hits();
        return new Answer(hits, Duration.between(begin, clock.instant()));
    }

    /** One client account's audit. */
    private final class Audit {
        private final TenantScope scope;
        private final List<Truth> truths;
        private final Instant deadline;
        private final @Nullable HnswIndex hnsw;
        private final long wanted;
        private boolean timedOut;

        private Audit(TenantScope scope, List<Truth> truths, Instant deadline, @Nullable HnswIndex hnsw) {
            this.scope = scope;
            this.truths = truths;
            this.deadline = deadline;
            this.hnsw = hnsw;
            this.wanted = truths.stream().mapToLong(Truth::hits).sum();
        }

        private Strategy strategy() {
            return hnsw == null ? Strategy.QUANTISED : Strategy.APPROXIMATE;
        }

        private SearchPlan plan(int knob) {
            return hnsw == null ? new SearchPlan.Quantised(knob) : new SearchPlan.Approximate(hnsw.name(), knob);
        }

        /** Empty where the time was over, or there is nothing to ask. */
        private Optional<Measured> tune() {
            if (truths.isEmpty()) {
                return Optional.empty();
            }
            List<Integer> ladder = KnobTuning.ladder(strategy());
            Measured measured = settings.tuning().tune(ladder, knob -> measure(knob, knob == ladder.getLast()));
            return timedOut ? Optional.empty() : Optional.of(measured);
        }

        /** @param isLast then measured to the end, as its recall is reported even where it misses the target */
        private Measured measure(int knob, boolean isLast) {
            long missed = 0;
            List<Duration> latencies = new ArrayList<>();
            for (Truth truth : truths) {
                if (timedOut || !clock.instant().isBefore(deadline)) {
                    timedOut = true;
                    break;
                }
                Answer answer = ask(scope, truth.query(), plan(knob));
                latencies.add(answer.took());
                missed += truth.missedBy(answer.hits());
                if (!isLast && recall(missed) < settings.tuning().targetRecall()) {
                    break;
                }
            }
            return new Measured(knob, recall(missed), Latencies.of(latencies));
        }

        private double recall(long missed) {
            return 1 - (double) missed / wanted;
        }
    }

    /**
     * A query, what it should find and how long it took to find that by comparing everything.
     *
     * @param hits at least 1
     * @param lastScore of the worst of them
     */
    private record Truth(NearestQuery query, int hits, double lastScore, Duration took) {
        private long missedBy(List<SimilarAsset> found) {
            long good = found.stream()
                    .filter(hit -> hit.score() >= lastScore - SAME_SCORE)
                    .count();
            return Math.max(0, hits - good);
        }
    }

    private record Answer(List<SimilarAsset> hits, Duration took) {}

    private record Measured(int knob, double recall, Latencies latencies) implements KnobTuning.Measured {}

    /** @param micros ascending, in microseconds */
    private record Latencies(long[] micros) {
        private static Latencies of(List<Duration> took) {
            // A system clock may be set back while a query runs.
            return new Latencies(took.stream()
                    .mapToLong(duration -> Math.max(0, duration.toNanos() / 1_000))
                    .sorted()
                    .toArray());
        }

        /** Nearest rank. */
        private long percentile(int percent) {
            return micros[(int) Math.ceil(percent / 100.0 * micros.length) - 1];
        }
    }
}

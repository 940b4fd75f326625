package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.Audited;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.NotNeeded;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.TimedOut;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much an approximate plan finds of what there is, and the lowest value of its knob that holds the target
 * recall. Changes nothing.
 */
public final class MeasureRecall {
    private static final TopK TOP_K = new TopK(SearchPlanPolicy.PROFILED_TOP_K);

    private final SampledQueries queries;
    private final TimedSearch search;
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

    public MeasureRecall(VectorSamples samples, EmbeddingIndex index, Settings settings, Clock clock) {
        this.search = new TimedSearch(index, clock);
        this.queries = new SampledQueries(samples, search, TOP_K);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Measures the plan of an index, or of the scan of codes.
     *
     * @param hnsw the client account's index; null for the scan of codes
     * @param totalRows embedded assets of the client account
     */
    AuditOutcome measure(TenantScope scope, EmbeddingSpace space, @Nullable HnswIndex hnsw, long totalRows) {
        Instant begin = clock.instant();
        // Half the time is for what there is to find, which every value of the knob is compared with.
        List<GroundTruth> truths = queries.draw(
                scope,
                space,
                settings.samples(),
                begin.toEpochMilli(),
                begin.plus(settings.timeLimit().dividedBy(2)));
        if (truths.isEmpty()) {
            return new NotNeeded(totalRows);
        }
        PlanTuning plan = new PlanTuning(scope, hnsw, truths, search, begin.plus(settings.timeLimit()));
        Optional<PlanTuning.Measured> tuned = plan.tune(settings.tuning());
        if (tuned.isEmpty()) {
            return new TimedOut(totalRows);
        }
        PlanTuning.Measured measured = tuned.get();
        return new Audited(new RecallAudit(
                begin,
                plan.strategy(),
                measured.knob(),
                totalRows,
                truths.size(),
                TOP_K.value(),
                measured.recall(),
                settings.tuning().targetRecall(),
                Latencies.of(truths.stream().map(GroundTruth::took).toList()).percentile(50),
                measured.latencies().percentile(50),
                measured.latencies().percentile(95)));
    }
}

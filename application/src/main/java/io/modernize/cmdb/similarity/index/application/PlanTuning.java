package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.similarity.index.HnswIndex;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures one client account's plan at one value of its knob after another, until the time is over. */
final class PlanTuning {
    private final TenantScope scope;
    private final @Nullable HnswIndex hnsw;
    private final List<GroundTruth> truths;
    private final TimedSearch search;
    private final Instant deadline;
    private final long wanted;
    private boolean timedOut;

    /**
     * A tuning before its first measurement.
     *
     * @param hnsw null if the client account has no index, so that its codes are scanned
     * @param truths at least one
     * @param deadline no further query begins after this time
     */
    PlanTuning(
            TenantScope scope,
            @Nullable HnswIndex hnsw,
            List<GroundTruth> truths,
            TimedSearch search,
            Instant deadline) {
        this.scope = scope;
        this.hnsw = hnsw;
        this.truths = truths;
        this.search = search;
        this.deadline = deadline;
        this.wanted = truths.stream().mapToLong(GroundTruth::hits).sum();
    }

    /** The recall and the times at one value of the knob. */
    record Measured(int knob, double recall, Latencies latencies) implements KnobTuning.Measured {}

    Strategy strategy() {
        return hnsw == null ? Strategy.QUANTISED : Strategy.APPROXIMATE;
    }

    /** The best measurement. Empty if the time was over. */
    Optional<Measured> tune(KnobTuning tuning) {
        List<Integer> ladder = KnobTuning.ladder(strategy());
        // The last one is measured to the end, as its recall is reported even where it misses the target.
        Measured measured =
                tuning.tune(ladder, knob -> measure(knob, knob == ladder.getLast() ? 0 : tuning.targetRecall()));
        return timedOut ? Optional.empty() : Optional.of(measured);
    }

    /** @param leastRecall the measurement ends when this recall can no longer be reached */
    private Measured measure(int knob, double leastRecall) {
        long missed = 0;
        List<Duration> latencies = new ArrayList<>();
        for (GroundTruth truth : truths) {
            if (timedOut || search.isOver(deadline)) {
                timedOut = true;
                break;
            }
            TimedSearch.Answer answer = search.ask(scope, truth.query(), plan(knob));
            latencies.add(answer.took());
            missed += truth.missedBy(answer.hits());
            if (recall(missed) < leastRecall) {
                break;
            }
        }
        return new Measured(knob, recall(missed), Latencies.of(latencies));
    }

    private SearchPlan plan(int knob) {
        return hnsw == null ? new SearchPlan.Quantised(knob) : new SearchPlan.Approximate(hnsw.name(), knob);
    }

    private double recall(long missed) {
        return 1 - (double) missed / wanted;
    }
}

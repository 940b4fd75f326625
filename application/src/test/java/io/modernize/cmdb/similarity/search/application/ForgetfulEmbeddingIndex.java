package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAsset;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * An exact index that loses the best hit of every approximate search whose knob is below a border, and whose searches
 * take a time of their own, told by the clock that it is.
 */
public final class ForgetfulEmbeddingIndex extends Clock implements EmbeddingIndex {
    private final EmbeddingIndex truth;
    private final int border;
    private final List<SearchPlan> plans = new ArrayList<>();
    private Duration exactLatency = Duration.ofMillis(30);
    private Duration planLatency = Duration.ofMillis(2);
    private Instant now = Instant.parse("2026-03-01T02:30:00Z");

    public ForgetfulEmbeddingIndex(EmbeddingIndex truth, int border) {
        this.truth = truth;
        this.border = border;
    }

    public void takes(Duration exact, Duration plan) {
        exactLatency = exact;
        planLatency = plan;
    }

    /** Of all searches so far. */
    public List<SearchPlan> plans() {
        return plans;
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query) {
        throw new UnsupportedOperationException("an audit says by which plan");
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query, SearchPlan plan) {
        plans.add(plan);
        int knob = switch (plan) {
            case SearchPlan.Exact() -> Integer.MAX_VALUE;
            case SearchPlan.Quantised(int rerankCount) -> rerankCount;
            case SearchPlan.Approximate(String name, int efSearch) -> efSearch;
            case SearchPlan.Text() -> throw new IllegalArgumentException("a text's plan compares no vectors");
        };
        now = now.plus(plan instanceof SearchPlan.Exact ? exactLatency : planLatency);
        if (knob >= border) {
            return truth.nearest(scope, query, plan);
        }
        NearestQuery oneMore = new NearestQuery(
                query.space(),
                query.vector(),
                new TopK(query.topK().value() + 1),
                query.filter(),
                query.minimumScore(),
                query.excluded());
        List<SimilarAsset> hits = truth.nearest(scope, oneMore, plan).hits();
        return SimilarAssets.of(
                hits.subList(Math.min(1, hits.size()), hits.size()),
                query.topK(),
                query.minimumScore(),
                plan,
                CandidateCount.atLeast(hits.size()));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("time in UTC only");
    }
}

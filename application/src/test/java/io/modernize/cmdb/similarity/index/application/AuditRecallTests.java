package io.modernize.cmdb.similarity.index.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.IndexState;
import io.modernize.cmdb.similarity.index.KnobTuning;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.Audited;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.NotNeeded;
import io.modernize.cmdb.similarity.index.application.AuditOutcome.TimedOut;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.similarity.search.SearchPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AuditRecallTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final IndexWorld world = new IndexWorld();

    @Test
    void needsNoAuditWhereEveryVectorThatMattersIsComparedAnyway() {
        world.embed(SearchProfile.DEFAULT_RERANK_COUNT);

        assertThat(audit(0.99, LONG)).isEqualTo(new NotNeeded(SearchProfile.DEFAULT_RERANK_COUNT));
        assertThat(world.search.plans()).isEmpty();
        assertThat(world.audits
                        .history(world.clients.northwindScope(), world.spaces.common(), null, 10)
                        .entries())
                .isEmpty();
    }

    @Test
    void setsTheLowestRerankCountThatHoldsTheTarget() {
        world.embed(401);

        RecallAudit audit = ((Audited) audit(0.99, LONG)).audit();

        assertThat(audit)
                .isEqualTo(new RecallAudit(
                        Instant.parse("2026-03-01T02:30:00Z"),
                        Strategy.QUANTISED,
                        200,
                        401,
                        10,
                        10,
                        1.0,
                        0.99,
                        30_000,
                        2_000,
                        2_000));
        assertThat(profile().rerankCount()).isEqualTo(200);
        assertThat(world.audits
                        .history(world.clients.northwindScope(), world.spaces.common(), null, 10)
                        .entries())
                .extracting(RecallAudits.PlacedAudit::audit)
                .containsExactly(audit);
    }

    @Test
    void leavesAStepAsSoonAsItCannotHoldTheTargetAnyMore() {
        world.embed(401);

        audit(0.99, LONG);

        // One miss of a hundred is allowed, the second is one too many.
        assertThat(world.search.plans())
                .filteredOn(new SearchPlan.Quantised(100)::equals)
                .hasSize(2);
        assertThat(world.search.plans())
                .filteredOn(new SearchPlan.Quantised(200)::equals)
                .hasSize(10);
        assertThat(world.search.plans())
                .filteredOn(new SearchPlan.Exact()::equals)
                .hasSize(10);
    }

    @Test
    void takesALowerKnobWhereTheTargetAllowsForMisses() {
        world.embed(401);

        RecallAudit audit = ((Audited) audit(0.9, LONG)).audit();

        assertThat(audit.knob()).isEqualTo(100);
        assertThat(audit.recall()).isEqualTo(0.9);
        assertThat(audit.met()).isTrue();
    }

    @Test
    void setsTheLowestEfSearchOfAnIndex() {
        world.embed(30);
        IndexState.Built built;
        try (Exclusive held =
                world.indexes.tryExclusively(world.clients.northwindScope()).orElseThrow()) {
            built = held.build(world.spaces.common(), HnswParameters.DEFAULT, BuildProgress.SILENT);
        }

        RecallAudit audit = ((Audited) audit(0.99, LONG)).audit();

        assertThat(audit.strategy()).isEqualTo(Strategy.APPROXIMATE);
        assertThat(audit.knob()).isEqualTo(200);
        assertThat(Objects.requireNonNull(profile().index()).efSearch()).isEqualTo(200);
        assertThat(profile().rerankCount()).isEqualTo(SearchProfile.DEFAULT_RERANK_COUNT);
        assertThat(world.search.plans())
                .contains(new SearchPlan.Approximate(built.name(), 40), new SearchPlan.Approximate(built.name(), 200));
    }

    @Test
    void setsTheHighestKnobAndSaysSoWhereNoneHoldsTheTarget() {
        IndexWorld hopeless = new IndexWorld(10_000);
        hopeless.embed(401);

        RecallAudit audit =
                ((Audited) hopeless.auditRecall(0.99, LONG).audit(hopeless.clients.northwindScope())).audit();

        assertThat(audit.knob()).isEqualTo(3_200);
        assertThat(audit.met()).isFalse();
        assertThat(audit.recall()).isEqualTo(0.9);
    }

    @Test
    void asksFewerQueriesWhereTimeIsShort() {
        world.embed(401);
        world.search.takes(Duration.ofSeconds(10), Duration.ofSeconds(1));

        RecallAudit audit = ((Audited) audit(0.99, Duration.ofSeconds(60))).audit();

        assertThat(audit.queries()).isEqualTo(3);
        assertThat(audit.exactP50Micros()).isEqualTo(10_000_000);
    }

    @Test
    void keepsTheKnobWhereTheTimeIsOver() {
        world.embed(401);
        world.search.takes(Duration.ofSeconds(10), Duration.ofSeconds(40));

        assertThat(audit(0.99, Duration.ofSeconds(60))).isEqualTo(new TimedOut(401));
        assertThat(profile()).isEqualTo(SearchProfile.initial());
        assertThat(world.audits
                        .history(world.clients.northwindScope(), world.spaces.common(), null, 10)
                        .entries())
                .isEmpty();
    }

    @Test
    void concernsTheScopesClientAccountOnly() {
        world.embed(401);

        assertThat(world.auditRecall(0.99, LONG).audit(world.clients.harborScope()))
                .isEqualTo(new NotNeeded(0));
    }

    @Test
    void refusesSettingsThatMeasureNothing() {
        KnobTuning tuning = new KnobTuning(0.99);
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasureRecall.Settings(tuning, 1, LONG));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasureRecall.Settings(tuning, 50, Duration.ZERO));
    }

    private AuditOutcome audit(double targetRecall, Duration timeLimit) {
        return world.auditRecall(targetRecall, timeLimit).audit(world.clients.northwindScope());
    }

    private SearchProfile profile() {
        return world.indexes.find(world.clients.northwindScope(), world.spaces.common());
    }
}

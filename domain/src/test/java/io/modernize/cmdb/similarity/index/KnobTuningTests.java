package io.modernize.cmdb.similarity.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnobTuningTests {
    private static final KnobTuning TUNING = new KnobTuning(0.99);

    private final List<Integer> measured = new ArrayList<>();

    private record Point(int step, double recall) implements KnobTuning.Measured {}

    @Test
    void choosesTheLowestStepThatHoldsTheTarget() {
        Point chosen = TUNING.tune(List.of(100, 200, 400, 800), step -> at(step, step >= 400 ? 0.99 : 0.98));

        assertThat(chosen.step()).isEqualTo(400);
        assertThat(measured).containsExactly(100, 200, 400);
    }

    @Test
    void choosesTheFirstStepWhereThatIsEnough() {
        assertThat(TUNING.tune(List.of(100, 200), step -> at(step, 1)).step()).isEqualTo(100);
        assertThat(measured).containsExactly(100);
    }

    @Test
    void choosesTheHighestStepWhereNoneIsEnough() {
        Point chosen = TUNING.tune(List.of(100, 200, 400), step -> at(step, 0.5));

        assertThat(chosen).isEqualTo(new Point(400, 0.5));
        assertThat(measured).containsExactly(100, 200, 400);
    }

    @ParameterizedTest
    @EnumSource
    void triesAscendingValuesWithinTheKnobsBounds(Strategy strategy) {
        List<Integer> ladder = KnobTuning.ladder(strategy);

        assertThat(ladder).isSorted().doesNotHaveDuplicates();
        assertThat(ladder.getFirst()).isPositive();
        assertThat(ladder.getLast())
                .isLessThanOrEqualTo(
                        switch (strategy) {
                            case QUANTISED -> SearchProfile.MAX_RERANK_COUNT;
                            case APPROXIMATE -> HnswIndex.MAX_EF_SEARCH;
                        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
    void refusesATargetThatIsNoRecall(double target) {
        assertThatIllegalArgumentException().isThrownBy(() -> new KnobTuning(target));
    }

    @Test
    void anAuditMeetsItsTargetWhereItIsReached() {
        assertThat(audit(0.99).met()).isTrue();
        assertThat(audit(0.9899).met()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> audit(1.1));
    }

    private static RecallAudit audit(double recall) {
        return new RecallAudit(Instant.EPOCH, Strategy.QUANTISED, 400, 9_000, 50, 10, recall, 0.99, 1, 1, 1);
    }

    private Point at(int step, double recall) {
        measured.add(step);
        return new Point(step, recall);
    }
}

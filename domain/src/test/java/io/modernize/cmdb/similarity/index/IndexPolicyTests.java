package io.modernize.cmdb.similarity.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.similarity.index.IndexAction.Build;
import io.modernize.cmdb.similarity.index.IndexAction.BuildReason;
import io.modernize.cmdb.similarity.index.IndexAction.Drop;
import io.modernize.cmdb.similarity.index.IndexAction.Keep;
import io.modernize.cmdb.similarity.index.IndexPolicy.Thresholds;
import io.modernize.cmdb.similarity.index.IndexState.Built;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexPolicyTests {
    private static final IndexPolicy POLICY = new IndexPolicy(Thresholds.promotingAt(4_000), HnswParameters.DEFAULT);

    @Test
    void givesAnIndexFromTheBorderOn() {
        assertThat(POLICY.decide(new IndexState(3_999, 3_999, null))).isEqualTo(new Keep());
        assertThat(POLICY.decide(new IndexState(4_000, 4_000, null))).isEqualTo(new Build(BuildReason.GROWN));
    }

    @Test
    void takesItAwayBelowHalfTheBorderOnly() {
        assertThat(POLICY.decide(state(2_000, 0, 2_000))).isEqualTo(new Keep());
        assertThat(POLICY.decide(state(1_999, 0, 1_999))).isEqualTo(new Drop());
    }

    @Test
    void neitherGivesNorTakesBetween() {
        assertThat(POLICY.decide(new IndexState(3_000, 3_000, null))).isEqualTo(new Keep());
        assertThat(POLICY.decide(state(3_000, 0, 3_000))).isEqualTo(new Keep());
    }

    @Test
    void buildsAnewForALongTail() {
        assertThat(POLICY.decide(state(22_000, 2_000, 20_000))).isEqualTo(new Keep());
        assertThat(POLICY.decide(state(24_000, 4_000, 20_000))).isEqualTo(new Keep());
        assertThat(POLICY.decide(state(24_001, 4_001, 20_000))).isEqualTo(new Build(BuildReason.LONG_TAIL));
    }

    @Test
    void toleratesATailThatIsShortWhateverItsShare() {
        assertThat(POLICY.decide(state(6_000, 2_000, 4_000))).isEqualTo(new Keep());
        assertThat(POLICY.decide(state(6_001, 2_001, 4_000))).isEqualTo(new Build(BuildReason.LONG_TAIL));
    }

    @Test
    void buildsAnewForManyDeadEntries() {
        assertThat(POLICY.decide(state(8_000, 0, 10_000))).isEqualTo(new Keep());
        assertThat(POLICY.decide(state(7_999, 0, 10_000))).isEqualTo(new Build(BuildReason.DEAD_ENTRIES));
        // Written anew: as many rows as before, of which one in four is not where the graph says.
        assertThat(POLICY.decide(state(8_000, 1_999, 8_000))).isEqualTo(new Build(BuildReason.DEAD_ENTRIES));
    }

    @Test
    void buildsAnewWithTheParametersThatAreConfiguredNow() {
        IndexState other = new IndexState(5_000, 0, new Built("other", 1, 5_000, new HnswParameters(24, 64)));

        assertThat(POLICY.decide(other)).isEqualTo(new Build(BuildReason.OTHER_PARAMETERS));
    }

    @Test
    void doesNotBuildAnewWhatIsToBeDropped() {
        assertThat(POLICY.decide(new IndexState(100, 0, new Built("other", 1, 5_000, new HnswParameters(24, 64)))))
                .isEqualTo(new Drop());
    }

    @ParameterizedTest
    @CsvSource({"384, 4000", "1536, 2500", "1, 4997", "4000, 1387"})
    void drawsTheBorderLowerTheLongerTheVectorsAre(int dimensions, long rows) {
        assertThat(Thresholds.forDimensions(dimensions).promoteRows()).isEqualTo(rows);
    }

    @Test
    void refusesThresholdsThatWouldAlwaysHold() {
        assertThatIllegalArgumentException().isThrownBy(() -> Thresholds.promotingAt(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(1, 0, 0, 0.2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(1, 0, 0.2, Double.NaN));
    }

    @Test
    void refusesATailLongerThanTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexState(5, 6, null));
    }

    private static IndexState state(long totalRows, long tailRows, long indexedRows) {
        return new IndexState(totalRows, tailRows, new Built("present", 3, indexedRows, HnswParameters.DEFAULT));
    }
}

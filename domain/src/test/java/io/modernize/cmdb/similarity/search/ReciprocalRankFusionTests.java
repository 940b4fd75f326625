package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReciprocalRankFusionTests {
    @Test
    void addsWhatEachRankingGives() {
        assertThat(ReciprocalRankFusion.score(1, 1)).isCloseTo(2.5 / 61.0, within(1e-15));
        assertThat(ReciprocalRankFusion.score(1, null)).isCloseTo(1 / 61.0, within(1e-15));
        assertThat(ReciprocalRankFusion.score(3, 7)).isCloseTo(1 / 63.0 + 1.5 / 67.0, within(1e-15));
        assertThat(ReciprocalRankFusion.score(null, null)).isZero();
    }

    @Test
    void trustsWordsMore() {
        assertThat(ReciprocalRankFusion.score(7, 3)).isGreaterThan(ReciprocalRankFusion.score(3, 7));
        assertThat(ReciprocalRankFusion.score(null, 7)).isGreaterThan(ReciprocalRankFusion.score(7, null));
    }

    @Test
    void prefersWhatBothRank50thToWhatOneRanksFirst() {
        assertThat(ReciprocalRankFusion.score(40, 40)).isGreaterThan(ReciprocalRankFusion.score(null, 1));
        assertThat(ReciprocalRankFusion.score(50, 50)).isGreaterThan(ReciprocalRankFusion.score(1, null));
        assertThat(ReciprocalRankFusion.score(100, 100)).isLessThan(ReciprocalRankFusion.score(1, null));
    }

    @Test
    void countsWhatHasHalfOfTheBestScoreOrAnIdentifier() {
        assertThat(ReciprocalRankFusion.counts(5, 10, false)).isTrue();
        assertThat(ReciprocalRankFusion.counts(4.9, 10, false)).isFalse();
        assertThat(ReciprocalRankFusion.counts(0, 10, true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 50", "10, 50", "50, 50", "51, 51", "100, 100"})
    void fusesAtLeast50OfEach(int topK, int depth) {
        assertThat(ReciprocalRankFusion.depth(new TopK(topK))).isEqualTo(new TopK(depth));
    }
}

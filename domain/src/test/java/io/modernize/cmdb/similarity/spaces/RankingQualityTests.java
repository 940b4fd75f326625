package io.modernize.cmdb.similarity.spaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures are worked out by hand: the discount of rank r is 1 / log2(r + 1). */
class RankingQualityTests {
    private static final Offset<Double> EXACT = within(1e-4);

    @Test
    void isPerfectWhereAllRelevantComeFirst() {
        RankingQuality quality = RankingQuality.of(List.of("b", "a", "x", "y"), Set.of("a", "b"));

        assertThat(quality).isEqualTo(new RankingQuality(1, 1, 1));
    }

    @Test
    void isZeroWhereNothingIsFound() {
        assertThat(RankingQuality.of(List.of("x", "y"), Set.of("a"))).isEqualTo(new RankingQuality(0, 0, 0));
        assertThat(RankingQuality.of(List.of(), Set.of("a"))).isEqualTo(new RankingQuality(0, 0, 0));
    }

    @Test
    void discountsByRank() {
        RankingQuality quality = RankingQuality.of(List.of("x", "a", "y", "b", "z"), Set.of("a", "b", "c"));

        assertThat(quality.reciprocalRank()).isEqualTo(0.5);
        // (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/log2(4)) = (0.63093 + 0.43068) / 2.13093
        assertThat(quality.ndcgAt10()).isCloseTo(0.49819, EXACT);
        // One of the first three.
        assertThat(quality.precision()).isCloseTo(1.0 / 3, EXACT);
    }

    @Test
    void looksBeyondTenForTheReciprocalRankOnly() {
        List<String> ranking =
                IntStream.rangeClosed(1, 20).mapToObj(rank -> "r" + rank).toList();

        RankingQuality quality = RankingQuality.of(ranking, Set.of("r20"));

        assertThat(quality.reciprocalRank()).isEqualTo(0.05);
        assertThat(quality.ndcgAt10()).isZero();
        assertThat(quality.precision()).isZero();
    }

    @Test
    void takesTheTenthRankAndNotTheEleventh() {
        List<String> ranking =
                IntStream.rangeClosed(1, 11).mapToObj(rank -> "r" + rank).toList();

        // 1 / log2(11)
        assertThat(RankingQuality.of(ranking, Set.of("r10")).ndcgAt10()).isCloseTo(0.28906, EXACT);
        assertThat(RankingQuality.of(ranking, Set.of("r11")).ndcgAt10()).isZero();
    }

    @Test
    void reachesOneWithMoreThanTenRelevant() {
        List<String> ranking =
                IntStream.rangeClosed(1, 10).mapToObj(rank -> "r" + rank).toList();
        Set<String> relevant =
                IntStream.rangeClosed(1, 15).mapToObj(rank -> "r" + rank).collect(Collectors.toSet());

        assertThat(RankingQuality.of(ranking, relevant)).isEqualTo(new RankingQuality(1, 1, 1));
    }

    @Test
    void judgesShortRankingsByWhatIsMissing() {
        RankingQuality quality = RankingQuality.of(List.of("a"), Set.of("a", "b", "c", "d"));

        assertThat(quality.reciprocalRank()).isEqualTo(1);
        // 1 / (1 + 0.63093 + 0.5 + 0.43068)
        assertThat(quality.ndcgAt10()).isCloseTo(0.39038, EXACT);
        assertThat(quality.precision()).isEqualTo(0.25);
    }

    @Test
    void countsANameOnceHoweverManyAssetsHaveIt() {
        RankingQuality twins = RankingQuality.of(List.of("a", "a", "a", "b"), Set.of("a", "b"));

        // (1 + 1/log2(5)) / (1 + 1/log2(3))
        assertThat(twins.ndcgAt10()).isCloseTo(0.87722, EXACT);
        assertThat(twins.precision()).isEqualTo(0.5);
    }
}

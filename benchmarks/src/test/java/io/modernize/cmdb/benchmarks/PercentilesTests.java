package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PercentilesTests {
    @Test
    void takesTheNearestRank() {
        Percentiles durations = upTo(100);

        assertThat(durations.milliseconds(0.5)).isEqualTo(50);
        assertThat(durations.milliseconds(0.95)).isEqualTo(95);
        assertThat(durations.milliseconds(0.99)).isEqualTo(99);
        assertThat(durations.milliseconds(1)).isEqualTo(100);
    }

    @Test
    void takesTheOnlyOne() {
        assertThat(upTo(1).milliseconds(0.95)).isEqualTo(1);
    }

    @Test
    void hasNoneOfNothing() {
        assertThat(new Percentiles().milliseconds(0.5)).isNaN();
    }

    @Test
    void tellsTheSpreadOverRounds() {
        Latency latency = Latency.of(List.of(upTo(100), upTo(200), new Percentiles()));

        assertThat(latency.runs()).isEqualTo(300);
        assertThat(latency.lowestP95()).isEqualTo(95);
        assertThat(latency.highestP95()).isEqualTo(190);
        assertThat(latency.p50()).isEqualTo(75);
    }

    /** 1, 2, … milliseconds, in descending order. */
    private static Percentiles upTo(int count) {
        Percentiles durations = new Percentiles();
        for (int milliseconds = count; milliseconds >= 1; milliseconds--) {
            durations.add(milliseconds * 1_000_000L);
        }
        return durations;
    }
}

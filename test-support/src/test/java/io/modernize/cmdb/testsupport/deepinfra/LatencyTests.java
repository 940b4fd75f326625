package io.modernize.cmdb.testsupport.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTests {
    private static final int DRAWS = 10_001;

    @Test
    void isFixed() {
        assertThat(draws(Latency.parse("fixed:50ms"))).containsOnly(Duration.ofMillis(50));
        assertThat(draws(Latency.parse("none"))).containsOnly(Duration.ZERO);
    }

    @Test
    void isUniform() {
        List<Duration> draws = draws(Latency.parse("uniform:20ms,23ms"));

        assertThat(draws)
                .containsOnly(
                        Duration.ofMillis(20), Duration.ofMillis(21), Duration.ofMillis(22), Duration.ofMillis(23));
    }

    @Test
    void isLogNormal() {
        List<Duration> draws =
                draws(Latency.parse("lognormal:1s,0.6")).stream().sorted().toList();

        assertThat(draws.get(DRAWS / 2)).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_050));
        // exp(2.33 * 0.6) is about 4.
        assertThat(draws.get(DRAWS * 99 / 100)).isBetween(Duration.ofMillis(3_500), Duration.ofMillis(4_600));
    }

    @Test
    void isTheSameForTheSameSeed() {
        Latency latency = Latency.parse("lognormal:80ms,0.6");

        assertThat(draws(latency)).isEqualTo(draws(latency));
    }

    @Test
    void isBounded() {
        assertThat(Latency.parse("fixed:60m").next(new SplittableRandom(1))).isEqualTo(Latency.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "50ms",
                "fixed",
                "fixed:",
                "fixed:50",
                "fixed:-1ms",
                "uniform:1ms",
                "uniform:3ms,2ms",
                "lognormal:80ms",
                "lognormal:80ms,-1",
                "lognormal:80ms,NaN",
                "lognormal:80ms,x",
                "normal:1ms,2"
            })
    void refusesAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Latency.parse(text));
    }

    private static List<Duration> draws(Latency latency) {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.generate(() -> latency.next(random)).limit(DRAWS).toList();
    }
}

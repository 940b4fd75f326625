package io.modernize.cmdb.similarity.spaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.similarity.spaces.SpaceComparison.Gate;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpaceComparisonTests {
    private static final Gate GATE = new Gate(0.2, 0.02);

    @Test
    void passesWhereNothingSpeaksAgainstIt() {
        assertThat(comparison(0.2, 0.5, 0.49, 0).passed()).isTrue();
        assertThat(comparison(Double.NaN, Double.NaN, Double.NaN, 0).passed())
                .as("nothing to compare")
                .isTrue();
    }

    @Test
    void fallsThroughWhereAnythingDoes() {
        assertThat(comparison(0.19, 0.5, 0.5, 0).passed()).as("overlap").isFalse();
        assertThat(comparison(0.9, 0.5, 0.47, 0).passed()).as("judged queries").isFalse();
        assertThat(comparison(0.9, 0.5, 0.5, 1).passed()).as("incomplete").isFalse();
    }

    @Test
    void refusesAGateThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gate(1.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gate(0, Double.NaN));
    }

    /** Not a number for nothing measured. */
    private static SpaceComparison comparison(double overlap, double from, double to, long due) {
        return new SpaceComparison(Instant.EPOCH, 10, of(overlap), 5, of(from), of(to), due, GATE);
    }

    private static OptionalDouble of(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}

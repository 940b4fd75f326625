package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumScoreTests {
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5, 1})
    void acceptsCosines(double value) {
        assertThat(new MinimumScore(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatNoCosineCanBe(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MinimumScore(value));
    }
}

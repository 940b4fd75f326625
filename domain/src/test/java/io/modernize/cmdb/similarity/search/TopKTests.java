package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKTests {
    @ParameterizedTest
    @ValueSource(ints = {TopK.MIN, TopK.DEFAULT, TopK.MAX})
    void takesOneToAHundred(int value) {
        assertThat(TopK.isValid(value)).isTrue();
        assertThat(new TopK(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void refusesOtherNumbers(int value) {
        assertThat(TopK.isValid(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TopK(value));
    }
}

package io.modernize.cmdb.similarity.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberRangeTests {
    private static final BigDecimal TWO = new BigDecimal("2");
    private static final BigDecimal EIGHT = new BigDecimal("8");

    @Test
    void includesBothEnds() {
        NumberRange range = new NumberRange(TWO, EIGHT);

        assertThat(range.contains(TWO)).isTrue();
        assertThat(range.contains(new BigDecimal("8.00"))).isTrue();
        assertThat(range.contains(new BigDecimal("1.99"))).isFalse();
        assertThat(range.contains(new BigDecimal("8.01"))).isFalse();
    }

    @Test
    void isOpenWhereAnEndIsMissing() {
        assertThat(new NumberRange(null, EIGHT).contains(BigDecimal.ZERO)).isTrue();
        assertThat(new NumberRange(null, EIGHT).contains(BigDecimal.TEN)).isFalse();
        assertThat(new NumberRange(TWO, null).contains(new BigDecimal("1E+30"))).isTrue();
        assertThat(new NumberRange(TWO, null).contains(BigDecimal.ONE)).isFalse();
    }

    @Test
    void containsNoAbsentValueUnlessUnbounded() {
        assertThat(new NumberRange(null, EIGHT).contains(null)).isFalse();
        assertThat(new NumberRange(TWO, null).contains(null)).isFalse();
        assertThat(new NumberRange(null, null).contains(null)).isTrue();
        assertThat(new NumberRange(null, null).isUnbounded()).isTrue();
    }

    @Test
    void refusesAMinimumAboveTheMaximum() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberRange(EIGHT, TWO));
        assertThat(new NumberRange(TWO, new BigDecimal("2.0")).contains(TWO)).isTrue();
    }
}

package io.modernize.cmdb.embedding.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostPropertiesTests {
    @Test
    void takesACurrencyByItsCode() {
        assertThat(new CostProperties("EUR").currency()).isEqualTo("EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "EURO", "ZZZ", "$"})
    void refusesWhatIsNoCurrency(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostProperties(code))
                .withMessageContaining("cmdb.embedding.currency is \"" + code + "\"")
                .withMessageContaining("ISO 4217");
    }
}

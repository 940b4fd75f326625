package io.modernize.cmdb.embedding.protocol.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTests {
    @Test
    void showsItselfInTheHeaderOnly() {
        ApiKey key = new ApiKey(" sk-Secret\n");

        assertThat(key.bearer()).isEqualTo("Bearer sk-Secret");
        assertThat(key).hasToString("ApiKey[masked]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sk-\nSecret", "sk Secret", "sk-Sécret"})
    void refusesWhatCannotStandInAHeaderWithoutQuotingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey(value))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cret"));
    }
}

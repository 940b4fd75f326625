package io.modernize.cmdb.similarity.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTests {
    @Test
    void trims() {
        assertThat(new QueryText(" \n oracle servers\t").value()).isEqualTo("oracle servers");
    }

    @Test
    void countsCharactersAfterTrimming() {
        String longest = "x".repeat(QueryText.MAX_LENGTH);

        assertThat(new QueryText("  " + longest + "  ").value()).isEqualTo(longest);
        assertThat(QueryText.isValid(longest + "x")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new QueryText(longest + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "a\0b"})
    void refusesBlankTextAndNul(String text) {
        assertThat(QueryText.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new QueryText(text));
    }
}

package io.modernize.cmdb.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource({
        "servers.csv, servers.csv",
        "../../etc/passwd, passwd",
        "C:\\exports\\servers.csv, servers.csv",
        "' servers.csv ', servers.csv",
        "資産.csv, 資産.csv"
    })
    void isTheLastPartOfThePath(String given, String kept) {
        assertThat(FileName.lastOf(given))
                .hasValueSatisfying(name -> assertThat(name.value()).isEqualTo(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "folder/",
                "\u200B",
                "a\u200Fb.csv",
                "vsc\u202Efdp.csv",
                "a\nb.csv",
                "a\u0085b.csv",
                "a\u2028b.csv",
                "\uD800.csv"
            })
    void isMissingWhereNothingCanBeShown(String given) {
        assertThat(FileName.lastOf(given)).isEmpty();
    }

    /** 300 letters have 900 bytes. The ending tells people and programs what the file is, so the beginning goes. */
    @Test
    void isCutWhereACharacterBegins() {
        String name = FileName.lastOf("資".repeat(300) + ".csv").orElseThrow().value();

        assertThat(name).isEqualTo("資".repeat(83) + ".csv");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(253);
        assertThat(FileName.lastOf("\uD83D\uDE80".repeat(64)).orElseThrow().value())
                .isEqualTo("\uD83D\uDE80".repeat(63));
        assertThat(FileName.lastOf("x".repeat(255)).orElseThrow().value()).hasSize(255);
    }
}

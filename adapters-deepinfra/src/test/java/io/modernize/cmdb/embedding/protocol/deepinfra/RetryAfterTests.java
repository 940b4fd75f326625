package io.modernize.cmdb.embedding.protocol.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                " 12 | PT12S",
                "99999999999999999999 | PT24H",
                "Sun, 22 Nov 2026 08:01:00 GMT | PT1M",
                "Sun, 22 Nov 2026 07:00:00 GMT | PT0S",
                "Mon, 22 Nov 2027 07:00:00 GMT | PT24H",
            })
    void readsSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.parse(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "٣", "2026-11-22T08:01:00Z"})
    void ignoresAnythingElse(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}

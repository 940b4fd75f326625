package io.modernize.cmdb.testsupport.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What keeps attacks bounded and at home, and what their answers are counted as. */
class AttackTests {
    private static final Duration LONG = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8080", "https://10.0.0.1", "http://0.0.0.0:8080", "file:/etc/hosts"})
    void staysOnThisMachine(String address) {
        URI elsewhere = URI.create(address);

        assertThatThrownBy(() -> new Caller(elsewhere, "token", new Tally()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080/", "http://[::1]:8080"})
    void goesToTheLoopbackInterface(String address) {
        assertThat(Loopback.only(URI.create(address))).hasToString(address);
    }

    @Test
    void endsAfterItsSteps() {
        Bounds bounds = new Bounds(2, LONG);

        assertThat(List.of(bounds.takeStep(), bounds.takeStep(), bounds.takeStep(), bounds.goesOn()))
                .containsExactly(true, true, false, true);
    }

    @Test
    void endsWithItsTimeAndWhenItIsStopped() {
        Bounds over = new Bounds(2, Duration.ZERO);
        Bounds stopped = new Bounds(2, LONG);

        stopped.stop();
        stopped.pause(LONG);

        assertThat(List.of(over.goesOn(), over.takeStep(), stopped.goesOn(), stopped.takeStep()))
                .containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | {"data":{"code":"X"}}                                                   | answered
        200 | {"data":{"m":{"errors":[]}}}                                            | answered
        200 | {"data":{"m":{"errors":[{"code":"JOB_UNDER_WAY"}]}}}                    | 200 JOB_UNDER_WAY
        200 | {"errors":[{"message":"m","extensions":{"code":"REQUEST_TIMED_OUT"}}]}  | 200 REQUEST_TIMED_OUT
        503 | {"type":"about:blank","code":"OVERLOADED"}                              | 503 OVERLOADED
        429 | nothing that says why                                                   | 429
        0   | connection ended                                                        | connection ended
        """)
    void namesOutcomes(int status, String body, String kind) {
        assertThat(new Outcome(status, body).kind()).isEqualTo(kind);
    }

    /** The limits of imports: a line of 1,048,576 characters, cells of 65,536 and short texts of 1,024. */
    @Test
    void storesRowsThatImportsAccept() throws Exception {
        for (InputStream content : List.of(Rows.wordy(2), Rows.large(0, 2), Rows.plain(2, 7))) {
            List<String> lines = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSize(2).allSatisfy(line -> {
                assertThat(line).hasSizeLessThan(1 << 20);
                JsonNode row = JsonMapper.shared().readTree(line);
                assertThat(row.path("description").asString()).hasSizeBetween(1, 65_000);
                assertThat(row.path("tags").values())
                        .allSatisfy(tag -> assertThat(tag.asString()).hasSizeLessThanOrEqualTo(1_000));
            });
        }
    }

    @Test
    void hasEachAttackOnce() {
        assertThat(Attacks.of(Extent.small()))
                .extracting(Attack::name)
                .doesNotHaveDuplicates()
                .hasSize(9);
    }
}

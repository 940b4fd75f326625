package io.modernize.cmdb.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The table of limits says what the code does. */
class LimitsDocumentTests {
    private static final Path TABLE = Path.of("../docs/limits.md");

    @ParameterizedTest
    @EnumSource(Limit.class)
    void namesEachLimitWithItsDefaultAndItsCode(Limit limit) throws IOException {
        assertThat(Files.readString(TABLE))
                .contains("\n| `%s` | %d | `%s` | "
                        .formatted(limit.key(), limits(Map.of()).of(limit), limit.code()));
    }

    @Test
    void namesTheTimeout() throws IOException {
        assertThat(Files.readString(TABLE))
                .contains("\n| `timeout` | %ds | `REQUEST_TIMED_OUT` | "
                        .formatted(limits(Map.of()).timeout().toSeconds()));
    }

    @Test
    void namesThePlacesForRequests() throws IOException {
        ApiLimits defaults = limits(Map.of());

        assertThat(Files.readString(TABLE))
                .contains(
                        "\n| `requests` | %d | `OVERLOADED` | ".formatted(defaults.requests()),
                        "\n| `requests-per-client-account` | %d | `OVERLOADED` | "
                                .formatted(defaults.requestsPerClientAccount()),
                        "\n| `large-requests` | %d | `OVERLOADED` | ".formatted(defaults.largeRequests()),
                        "\n| `large-request-points` | %d | | ".formatted(defaults.largeRequestPoints()),
                        "\n| `waiting-requests-per-client-account` | %d | `OVERLOADED` | "
                                .formatted(defaults.waitingRequestsPerClientAccount()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "depth=0",
                "depth=101",
                "request-bytes=10",
                "timeout=1ms",
                "requests=0",
                "answer-bytes=1000",
                "identity-points-per-minute=19999",
                "client-account-points-per-minute=-1"
            })
    void refusesSettingsThatMakeNoSense(String setting) {
        String[] parts = setting.split("=");

        assertThatThrownBy(() -> limits(Map.of("cmdb.api.limits." + parts[0], parts[1])))
                .rootCause()
                .hasMessageContaining("cmdb.api.limits." + parts[0]);
    }

    private static ApiLimits limits(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("cmdb.api.limits", ApiLimits.class);
    }
}

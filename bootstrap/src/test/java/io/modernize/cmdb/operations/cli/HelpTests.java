package io.modernize.cmdb.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What commands say of themselves, for which nothing has to be started. */
@ExtendWith(OutputCaptureExtension.class)
class HelpTests {
    private static final ApplicationStart REFUSED = new ApplicationStart(HelpTests.class) {
        @Override
        public ConfigurableApplicationContext start(
                WebApplicationType type, Map<String, Object> settings, String... arguments) {
            throw new AssertionError("started for a help text");
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "import --help",
                "embed --help",
                "export --help",
                "find-duplicates --help",
                "maintain-indexes --help",
                "audit-recall --help",
                "migrate --help",
                "migrate status --help",
                "migrate fill --help",
                "migrate compare --help",
                "migrate activate --help",
                "migrate retire --help",
                "grant --help",
                "evaluate --help",
                "offboard --help"
            })
    void explainsItselfWithoutADatabase(String arguments, CapturedOutput output) {
        int exitCode = CommandLineEntry.execute(REFUSED, () -> false, arguments.split(" "));

        assertThat(exitCode).isZero();
        assertThat(output.getOut()).startsWith("Usage: cmdb-similarity").contains("Exit codes");
        assertThat(output.getErr()).isEmpty();
        if (arguments.equals("--help")) {
            assertThat(output.getOut())
                    .contains("serve", "import", "embed", "evaluate", "export", "offboard", "grant", "Exit codes:");
        }
    }
}

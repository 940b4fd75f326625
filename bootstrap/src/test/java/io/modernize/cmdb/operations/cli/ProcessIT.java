package io.modernize.cmdb.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.CmdbSimilarityApplication;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in a process of their own: exit codes as a shell sees them, settings from the environment. */
class ProcessIT {
    static final String CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            // Test classes are no part of the service, whose component scan would look at them.
            .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
            .collect(Collectors.joining(System.getProperty("path.separator")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "import --help", "embed --help", "grant --help", "evaluate --help", "offboard --help"})
    void explainsItselfWithoutADatabase(String arguments) throws Exception {
        Finished process = run(Map.of("CMDB_DB_URL", ""), arguments.split(" "));

        assertThat(process.exitCode()).isZero();
        assertThat(process.out()).startsWith("Usage: cmdb-similarity");
        assertThat(process.err()).isEmpty();
        if (arguments.equals("--help")) {
            assertThat(process.out())
                    .contains("serve", "import", "embed", "evaluate", "export", "offboard", "grant", "Exit codes:");
        }
    }

    @Test
    void exitsWithTheCommandsCode() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.csv"), "colour,taste\nred,sweet\n");
        TestDatabase database = TestDatabase.shared();

        Finished process = run(
                Map.of(
                        "CMDB_DB_URL", database.jdbcUrl(),
                        "CMDB_DB_OWNER_USER", database.ownerUser(),
                        "CMDB_DB_OWNER_PASSWORD", database.ownerPassword(),
                        "CMDB_DB_APP_USER", database.applicationUser(),
                        "CMDB_DB_APP_PASSWORD", database.applicationPassword()),
                "import",
                file.toString(),
                "--client-account",
                "processes",
                "--engagement",
                "one",
                "--create",
                "--no-embed");

        assertThat(process.exitCode()).as(process.toString()).isEqualTo(ExitCodes.REFUSED);
        assertThat(process.out()).startsWith(file + ": refused, nothing was stored: ");
        assertThat(process.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void exitsWithFailureWhereTheServiceDoesNotStart() throws Exception {
        Finished process = run(Map.of("CMDB_DB_URL", ""), "--server.port=0");

        assertThat(process.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(process.err())
                .contains("APPLICATION FAILED TO START", "CMDB_DB_URL")
                .doesNotContain("\tat ");
        assertThat(process.out()).isEmpty();
    }

    private Finished run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                CLASS_PATH,
                CmdbSimilarityApplication.class.getName()));
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("whether it has ended")
                    .isTrue();
            return new Finished(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private record Finished(int exitCode, String out, String err) {}
}

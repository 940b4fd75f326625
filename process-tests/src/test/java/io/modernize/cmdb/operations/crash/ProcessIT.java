package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a process of their own: exit codes as a shell sees them, settings from the environment. */
class ProcessIT {
    private static final int FAILED = 1;
    private static final int REFUSED = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void explainsItselfWithoutADatabase() {
        try (RunningProgram process = PackagedProgram.shared().start(Map.of("CMDB_DB_URL", ""), "import", "--help")) {
            assertThat(process.awaitEnd()).as(process.toString()).isZero();
            assertThat(process.out()).startsWith("Usage: cmdb-similarity import");
            assertThat(process.err()).isEmpty();
        }
    }

    /** With the model that comes along. */
    @Test
    void exitsWithTheCommandsCode() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.csv"), "colour,taste\nred,sweet\n");
        TestDatabase database = TestDatabase.shared().createMigrated();

        try (RunningProgram process = PackagedProgram.shared()
                .start(
                        Settings.of(database),
                        "import",
                        file.toString(),
                        "--client-account",
                        "processes",
                        "--engagement",
                        "one",
                        "--create",
                        "--no-embed")) {
            assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(REFUSED);
            assertThat(process.out()).startsWith(file + ": refused, nothing was stored: ");
            assertThat(process.err()).doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void exitsWithFailureWhereTheServiceDoesNotStart() {
        try (RunningProgram process = PackagedProgram.shared().start(Map.of("CMDB_DB_URL", ""), "--server.port=0")) {
            assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(FAILED);
            assertThat(process.err())
                    .contains("APPLICATION FAILED TO START", "CMDB_DB_URL")
                    .doesNotContain("\tat ");
            assertThat(process.out()).isEmpty();
        }
    }
}

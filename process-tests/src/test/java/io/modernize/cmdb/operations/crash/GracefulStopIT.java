package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.Latency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are asked to end, by SIGTERM as a deploy does: they end what they have begun, and waste nothing. */
class GracefulStopIT {
    private static final int DONE = 0;
    private static final int ROWS_REJECTED = 3;
    private static final int INTERRUPTED = 6;
    private static final int ASSETS = 400;
    private static final String STACK_FRAME = "\tat ";

    private final TestDatabase database = TestDatabase.shared().createMigrated();
    private final DeepInfraStandIn provider = DeepInfraStandIn.setup()
            .remember(Integer.MAX_VALUE)
            .plan(FaultPlan.NONE.withLatency(new Latency.Fixed(Duration.ofMillis(300))))
            .start();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void endProvider() {
        provider.close();
    }

    @Test
    void embeddingStoresWhatItHasAskedFor() {
        BareEstate.create(database, 1, ASSETS);
        AskedTexts texts = new AskedTexts(provider);
        try (Stored stored = new Stored(database)) {
            try (RunningProgram process = start("embed")) {
                process.runsUntil(() -> stored.currentlyEmbedded() > 0);
                process.terminate();

                assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(INTERRUPTED);
                assertThat(process.out()).contains("Run the embed command to go on.");
                assertThat(process.err()).doesNotContain(STACK_FRAME);
            }
            stored.requireInvariants();
            Set<String> embedded = stored.currentVectors().keySet();
            assertThat(embedded).hasSizeLessThan(BareEstate.CLIENT_ACCOUNTS * ASSETS);
            assertThat(Set.copyOf(texts.all())).as("asked for and stored").isEqualTo(embedded);

            try (RunningProgram process = start("embed")) {
                assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(DONE);
            }
            stored.requireInvariants();
            assertThat(texts.all()).hasSize(BareEstate.CLIENT_ACCOUNTS * ASSETS).doesNotHaveDuplicates();
            assertThat(stored.currentVectors().keySet()).isEqualTo(new HashSet<>(texts.all()));
        }
    }

    @Test
    void importStoresTheRowsItHasRead() {
        ExportedFile file = new ExportedFile(5_000, 1);
        String path = file.writeTo(folder).toString();
        String[] command = {"import", path, "--client-account", "acme", "--engagement", "exit", "--create", "--no-embed"
        };
        try (Stored stored = new Stored(database)) {
            try (RunningProgram process = start(command)) {
                process.runsUntil(() -> stored.importedRows() > 0);
                process.terminate();

                assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(INTERRUPTED);
                assertThat(process.out()).contains("Run the same command again to go on where it was.");
                assertThat(process.err()).doesNotContain(STACK_FRAME);
            }
            stored.requireInvariants();
            assertThat(stored.externalKeys()).isNotEmpty().hasSizeLessThan(file.assets());

            try (RunningProgram process = start(command)) {
                assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(ROWS_REJECTED);
            }
            stored.requireInvariants();
            assertThat(stored.imports(file.fileName()))
                    .isEqualTo(List.of(new Stored.Import(file.assets(), 0, 0, file.rejected(), true)));
        }
    }

    private RunningProgram start(String... command) {
        return PackagedProgram.shared().start(Settings.of(database, provider.baseUrl(), folder), command);
    }
}

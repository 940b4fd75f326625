package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modernize.cmdb.testsupport.MortalServer;
import io.modernize.cmdb.testsupport.TestDatabase;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.Latency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose database crashes and comes back. */
class DatabaseOutageIT {
    private static final int DONE = 0;
    private static final int ROWS_REJECTED = 3;
    private static final int INTERRUPTED = 6;
    private static final int ASSETS = 400;

    @SuppressWarnings("NullAway.Init")
    private static MortalServer server;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void startServer() {
        assumeTrue(
                MortalServer.isPossible(),
                "CMDB_DB_URL or a Docker engine provides the tests' database; one that may crash is a server that"
                        + " scripts/database starts");
        server = MortalServer.start();
    }

    @AfterAll
    static void endServer() {
        if (MortalServer.isPossible()) {
            server.close();
        }
    }

    @Test
    void embeddingEndsInOrderAndGoesOn() {
        TestDatabase database = server.database().createMigrated();
        BareEstate.create(database, 1, ASSETS);
        try (DeepInfraStandIn provider = DeepInfraStandIn.setup()
                .remember(Integer.MAX_VALUE)
                .plan(FaultPlan.NONE.withLatency(new Latency.Fixed(Duration.ofMillis(200))))
                .start()) {
            AskedTexts texts = new AskedTexts(provider);
            Set<String> before;
            try (RunningProgram process = start(database, provider, "embed")) {
                before = crashAfterProgress(process, database, Stored::currentlyEmbedded);
                int exitCode = process.awaitEnd();
                // Where the server is back before the next transaction begins, the run has not noticed.
                assertThat(exitCode).as(process.toString()).isIn(INTERRUPTED, DONE);
                if (exitCode == INTERRUPTED) {
                    assertThat(process.out()).contains("Embedding stopped after", "Run the embed command to go on.");
                }
            }

            try (Stored stored = new Stored(database)) {
                stored.requireInvariants();
                Set<String> committed = stored.currentVectors().keySet();
                assertThat(committed).containsAll(before);
                int place = texts.now();
                try (RunningProgram process = start(database, provider, "embed")) {
                    assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(DONE);
                }
                stored.requireInvariants();
                assertThat(stored.currentVectors()).hasSize(BareEstate.CLIENT_ACCOUNTS * ASSETS);
                assertThat(Collections.disjoint(texts.since(place), committed)).isTrue();
            }
        }
    }

    @Test
    void importEndsInOrderAndGoesOn() {
        TestDatabase database = server.database().createMigrated();
        ExportedFile file = new ExportedFile(5_000, 1);
        String path = file.writeTo(folder).toString();
        String[] command = {"import", path, "--client-account", "acme", "--engagement", "exit", "--create", "--no-embed"
        };
        try (DeepInfraStandIn unused = DeepInfraStandIn.setup().start()) {
            try (RunningProgram process = start(database, unused, command)) {
                crashAfterProgress(process, database, Stored::importedRows);
                int exitCode = process.awaitEnd();
                assertThat(exitCode).as(process.toString()).isIn(INTERRUPTED, ROWS_REJECTED);
                if (exitCode == INTERRUPTED) {
                    assertThat(process.out())
                            .contains("stopped half-way", "Run the same command again to go on where it was.");
                }
            }

            try (Stored stored = new Stored(database)) {
                stored.requireInvariants();
                try (RunningProgram process = start(database, unused, command)) {
                    assertThat(process.awaitEnd()).as(process.toString()).isEqualTo(ROWS_REJECTED);
                }
                stored.requireInvariants();
                assertThat(stored.externalKeys()).isEqualTo(file.externalKeys());
                assertThat(stored.imports(file.fileName()).getFirst())
                        .isEqualTo(new Stored.Import(file.assets(), 0, 0, file.rejected(), true));
            }
        }
    }

    /** Returns what was embedded before. */
    private static Set<String> crashAfterProgress(
            RunningProgram process, TestDatabase database, ToLongFunction<Stored> progress) {
        Set<String> embedded;
        try (Stored stored = new Stored(database)) {
            assertThat(process.runsUntil(() -> progress.applyAsLong(stored) > 0))
                    .as(process.toString())
                    .isTrue();
            embedded = Set.copyOf(stored.currentVectors().keySet());
        }
        server.crash();
        server.startAgain();
        return embedded;
    }

    private RunningProgram start(TestDatabase database, DeepInfraStandIn provider, String... command) {
        return PackagedProgram.shared().start(Settings.of(database, provider.baseUrl(), folder), command);
    }
}

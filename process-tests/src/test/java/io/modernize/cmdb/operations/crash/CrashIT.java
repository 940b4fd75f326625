package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.Latency;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs whose processes are killed by SIGKILL, again and again, until all is done. For many kills, or for those of an
 * earlier run:
 *
 * <pre>
 * mvn verify -pl process-tests -am -Dit.test=CrashIT -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=NONE
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dcrash.kills=40 -Dcrash.seed=7
 * </pre>
 *
 * The same seed chooses the same moments; what the processes are doing at them differs.
 */
class CrashIT {
    private static final int KILLS = Integer.getInteger("crash.kills", 7);
    private static final long SEED = Long.getLong("crash.seed", new Random().nextInt(1_000_000));

    private static final int ASSETS = 3_000;

    /** The first export, and one that changes most of it. */
    private static final int LEAST_REVISIONS = 2;

    private static final int JOBS_OF_A_REVISION = 3;

    /** Of the change to another model, which comes once, at the end. */
    private static final int KILLS_OF_MIGRATION = Math.max(1, KILLS / 7);

    private static final int DONE = 0;
    private static final int ROWS_REJECTED = 3;

    private final TestDatabase database = TestDatabase.shared().createFresh();
    private final DeepInfraStandIn provider = DeepInfraStandIn.setup()
            .remember(Integer.MAX_VALUE)
            .plan(FaultPlan.NONE.withLatency(new Latency.Fixed(Duration.ofMillis(60))))
            .start();
    private final AskedTexts texts = new AskedTexts(provider);
    private final Stored stored = new Stored(database);
    private int jobsDone;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Kills kills;

    @BeforeEach
    void makeReady() {
        Map<String, String> settings = new HashMap<>(Settings.of(database, provider.baseUrl(), folder));
        settings.put("CMDB_SEARCH_INDEX_PROMOTE_ROWS", "1000");
        // So that a build lasts for seconds.
        settings.put("CMDB_SEARCH_INDEX_M", "32");
        settings.put("CMDB_SEARCH_INDEX_EF_CONSTRUCTION", "200");
        settings.put("CMDB_SEARCH_INDEX_PARALLEL_WORKERS", "0");
        // The stand-in's models know no meaning: how alike they are is not the question here.
        settings.put("CMDB_EMBEDDING_MIGRATION_MINIMUM_OVERLAP", "0");
        kills = new Kills(KILLS, PackagedProgram.shared(), settings, stored, SEED);
    }

    @AfterEach
    void endAll() {
        stored.close();
        provider.close();
    }

    @Test
    void losesNothingHoweverOftenItIsKilled() {
        long begin = System.nanoTime();
        System.out.println("CrashIT: " + KILLS + " kills are wanted, seed " + SEED);
        long documents = 0;
        int revision = 0;
        ExportedFile file;
        do {
            revision++;
            file = new ExportedFile(ASSETS, revision);
            importFile(file);
            documents += file.changed();
            embed(file, documents);
            index();
            // A further kind of job is one more method here, and one more of JOBS_OF_A_REVISION.
        } while (revision < LEAST_REVISIONS || kills.left() > KILLS_OF_MIGRATION);

        ProviderVectors expected = new ProviderVectors(provider);
        expected.requireEqual(stored.currentVectors());
        migrate();
        System.out.printf(
                "CrashIT: %s; %d revisions of %d assets, seed %d, %d s%n",
                kills,
                revision,
                ASSETS,
                SEED,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private void importFile(ExportedFile file) {
        Path path = file.writeTo(folder);
        long before = stored.importedRows();
        long rows = file.assets() + file.rejected();
        Set<String> keys = new HashSet<>();
        killDuring(
                "import",
                List.of(
                        "import",
                        path.toString(),
                        "--client-account",
                        "acme",
                        "--engagement",
                        "exit",
                        "--create",
                        "--no-embed"),
                ROWS_REJECTED,
                () -> (double) (stored.importedRows() - before) / rows,
                true,
                () -> {
                    Set<String> now = stored.externalKeys();
                    assertThat(now).as("assets that were there before").containsAll(keys);
                    keys.addAll(now);
                });

        assertThat(stored.externalKeys()).isEqualTo(file.externalKeys());
        long changed = file.changed();
        List<Stored.Import> imports = stored.imports(file.fileName());
        assertThat(imports.getFirst())
                .isEqualTo(new Stored.Import(
                        file.revision() == 1 ? changed : 0,
                        file.revision() == 1 ? 0 : changed,
                        ASSETS - changed,
                        file.rejected(),
                        true));
        // Whoever is killed after the end of an import and before that of its process begins another, of the same file.
        assertThat(imports.subList(1, imports.size()))
                .allMatch(new Stored.Import(0, 0, ASSETS, file.rejected(), true)::equals);
    }

    private void embed(ExportedFile file, long documents) {
        long before = stored.currentlyEmbedded();
        Set<String> committed = new HashSet<>(stored.currentVectors().keySet());
        killDuring(
                "embedding",
                List.of("embed"),
                DONE,
                () -> (double) (stored.currentlyEmbedded() - before) / (ASSETS - before),
                true,
                new Runnable() {
                    private int place = texts.now();

                    @Override
                    public void run() {
                        Set<String> now = stored.currentVectors().keySet();
                        Set<String> asked = new HashSet<>(texts.since(place));
                        place = texts.now();
                        assertThat(now.containsAll(committed))
                                .as("what was embedded is still there")
                                .isTrue();
                        assertThat(Collections.disjoint(asked, committed))
                                .as("what was embedded is not asked for again")
                                .isTrue();
                        asked.removeAll(now);
                        assertThat(asked).as("lost calls").hasSizeLessThanOrEqualTo(Settings.DOCUMENTS_UNDER_WAY);
                        committed.addAll(now);
                    }
                });

        assertThat(stored.currentVectors().keySet()).isEqualTo(file.documents());
        assertThat(stored.embeddings()).isEqualTo(ASSETS);
        assertThat(stored.chargedDocuments()).isEqualTo(documents);
    }

    private void index() {
        List<Stored.Index> before = stored.indexes();
        DoubleSupplier progress =
                () -> stored.indexes().stream().anyMatch(index -> index.used() && !before.contains(index))
                        ? 1
                        : 0.9 * stored.builtShare();
        killDuring("index build", List.of("maintain-indexes"), DONE, progress, false, () -> {});

        assertThat(stored.indexes()).singleElement().satisfies(index -> {
            assertThat(index.valid()).isTrue();
            assertThat(index.used()).isTrue();
            assertThat(before).doesNotContain(index);
        });
    }

    private void migrate() {
        Set<String> expected = stored.currentVectors().keySet();
        kills.during(
                new KilledJob(
                        "model migration",
                        List.of("migrate", "fill"),
                        DONE,
                        () -> (double) stored.currentlyEmbeddedBy(Settings.NEXT_MODEL) / ASSETS,
                        true,
                        new Runnable() {
                            private int runs;

                            @Override
                            public void run() {
                                runs++;
                                long repeated = texts.of(Settings.NEXT_MODEL).size()
                                        - Set.copyOf(texts.of(Settings.NEXT_MODEL))
                                                .size();
                                assertThat(repeated)
                                        .as("asked for again: no more than was under way")
                                        .isLessThanOrEqualTo((long) runs * Settings.DOCUMENTS_UNDER_WAY);
                                assertThat(stored.commonModel()).isEqualTo(Settings.MODEL);
                            }
                        }),
                kills.left());

        assertThat(stored.currentlyEmbeddedBy(Settings.NEXT_MODEL)).isEqualTo(ASSETS);
        assertThat(stored.currentlyEmbeddedBy(Settings.MODEL)).isEqualTo(ASSETS);
        assertThat(Set.copyOf(texts.of(Settings.NEXT_MODEL))).isEqualTo(expected);
        assertThat(stored.indexes()).hasSize(2).allMatch(index -> index.valid() && index.used());
    }

    private void killDuring(
            String name,
            List<String> arguments,
            int exitCode,
            DoubleSupplier progress,
            boolean keepsProgress,
            Runnable afterRun) {
        int jobsLeft = Math.max(LEAST_REVISIONS * JOBS_OF_A_REVISION - jobsDone, 1);
        kills.during(
                new KilledJob(name, arguments, exitCode, progress, keepsProgress, afterRun),
                Math.ceilDiv(Math.max(0, kills.left() - KILLS_OF_MIGRATION), jobsLeft));
        jobsDone++;
    }
}

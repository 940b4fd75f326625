package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.modernize.cmdb.BatchTestApplication;
import io.modernize.cmdb.TestDatabaseSettings;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagement.StoredAsset;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class AssetImportJobIT extends ImportScenario {
    @Autowired
    EmbeddingJobs embeddingJobs;

    @Autowired
    EmbeddingSpaces spaces;

    @Autowired
    EmbeddingStore embeddings;

    @Autowired
    EngagementLocks locks;

    private long due() {
        EmbeddingSpace space = spaces.common();
        return embeddings.countDue(engagement.scope(), space);
    }

    private void embed() {
        embeddingJobs.run(engagement.scope(), engagement.id(), JobProgress.SILENT);
        assertThat(due()).isZero();
    }

    @Test
    void changesNothingWhereSameFileIsImportedTwice() {
        Path file = file(HEADER, row("a"), row("b"), row("c"));
        run(file);
        List<StoredAsset> before = engagement.assets();

        ImportSummary second = run(file);

        assertThat(second.counts()).isEqualTo(new ImportCounts(0, 0, 3, 0));
        assertThat(second.resumed()).isFalse();
        // The time of the last change is among what is compared.
        assertThat(engagement.assets()).isEqualTo(before).hasSize(3);
    }

    @Test
    void makesEmbeddingOfChangedAssetStale() {
        run(file(HEADER, row("a"), row("b"), row("c")));
        embed();

        ImportSummary second = run(file(HEADER, row("a"), row("b", "Moved to Frankfurt", "note"), row("c")));

        assertThat(second.counts()).isEqualTo(new ImportCounts(0, 1, 2, 0));
        assertThat(engagement.asset("host-b").description()).isEqualTo("Moved to Frankfurt");
        assertThat(due()).isOne();
    }

    @Test
    void keepsEmbeddingWhereOnlyRawAttributeChanged() {
        run(file(HEADER, row("a"), row("b"), row("c")));
        embed();

        ImportSummary second = run(file(HEADER, row("a"), row("b", "Description of b", "another note"), row("c")));

        assertThat(second.counts()).isEqualTo(new ImportCounts(0, 1, 2, 0));
        assertThat(engagement.asset("host-b").sourceAttributes()).contains("\"u_note\": \"another note\"");
        assertThat(due()).isZero();
    }

    @Test
    void recognisesAssetUnderAnotherName() {
        run(file(HEADER, row("a")));

        ImportSummary renamed = run(file(HEADER, row("a").replace("host-a", "renamed")));

        assertThat(renamed.counts()).isEqualTo(new ImportCounts(0, 1, 0, 0));
        assertThat(engagement.names()).containsExactly("renamed");
    }

    /** Duplicates, also threefold, also of a rejected row, lie inside chunks, across their borders, and in both ways. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    void yieldsSameResultWhateverTheChunkSize(int chunkSize) {
        Path file = file(
                HEADER,
                row("a"),
                row("b"),
                row("a", "Second a", "note"),
                row("a", "Third a", "note"),
                row("c") + ",too,many",
                "d,,rdu3,Without a name,tag,note",
                row("d", "The key of a rejected row", "note"),
                row("e"),
                row("d", "That key again", "note"),
                row("b", "Second b", "note"));

        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(BatchTestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(new TestDatabaseSettings())
                .properties("cmdb.import.chunk-size=" + chunkSize)
                .run()) {
            TestEngagement own = application.getBean(TestEngagements.class).create();
            ImportSummary summary = completed(application
                    .getBean(AssetImportJobs.class)
                    .run(
                            new ImportRequest(own.scope(), own.id(), file, MissingAssetPolicy.REPORT),
                            JobProgress.SILENT));

            assertThat(summary.counts()).isEqualTo(new ImportCounts(3, 0, 0, 7));
            assertThat(own.assets())
                    .extracting(StoredAsset::externalKey, StoredAsset::description)
                    .containsExactly(
                            tuple("a", "Description of a"),
                            tuple("b", "Description of b"),
                            tuple("e", "Description of e"));
            String used = "the key of this row is already used by the row in line ";
            assertThat(rejections(summary))
                    .containsExactly(
                            new Rejection(4, "", "a", used + 2),
                            new Rejection(5, "", "a", used + 2),
                            new Rejection(6, "", "", "8 cells, expected 6"),
                            new Rejection(7, "name", "", "is required and blank"),
                            new Rejection(8, "", "d", used + 7),
                            new Rejection(10, "", "d", used + 7),
                            new Rejection(11, "", "b", used + 3));
        }
    }

    @Test
    void reportsEveryProblemOfRow() {
        ImportSummary summary = run(file("sys_id,name,cpu_count,ram,disk_space", "a,,many,-1,1 TB"));

        assertThat(summary.counts()).isEqualTo(new ImportCounts(0, 0, 0, 1));
        assertThat(rejections(summary)).extracting(Rejection::line).containsOnly(2L);
        assertThat(rejections(summary))
                .extracting(Rejection::column)
                .containsExactly("name", "cpu_count", "ram", "disk_space");
    }

    @Test
    void reportsProgressUpToTheLastRow() {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        IntStream.range(0, 1_200).mapToObj(number -> row("k" + number)).forEach(rows::add);
        List<String> progress = new ArrayList<>();

        completed(outcome(
                engagement, file(rows), MissingAssetPolicy.REPORT, (done, total) -> progress.add(done + "/" + total)));

        assertThat(progress).containsExactly("500/1200", "1000/1200", "1200/1200");
    }

    @Test
    void writesNoReportWhereThereIsNothingToReport() throws IOException {
        ImportSummary summary = run(file(HEADER, row("a")));

        assertThat(summary.rejectionReport()).isEmpty();
        assertThat(summary.missingReport()).isEmpty();
        try (Stream<Path> reports = Files.list(TestDatabaseSettings.REPORTS)) {
            assertThat(reports)
                    .noneMatch(report ->
                            report.toString().contains(summary.importId().toString()));
        }
        assertThat(engagement.claimedKeys()).isZero();
    }

    @Test
    void keepsReportsFromOtherUsersOfTheMachine() throws IOException {
        run(file(HEADER, row("a")));
        ImportSummary summary = run(file(HEADER, row("b"), "too,few"));

        for (Path report : List.of(
                summary.rejectionReport().orElseThrow(), summary.missingReport().orElseThrow())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
                    .as(report.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void disarmsFormulasInReports() throws IOException {
        run(file("sys_id,name", "=1+1,=cmd|' /C calc'!A0", "+k,-2+3", "@k,\"@SUM(1,2)\""));
        ImportSummary summary = run(file("sys_id,name,cpu_count", "z,host-z,=HYPERLINK(1)", "y,host-y,-5"));

        assertThat(rejections(summary)).extracting(Rejection::value).containsExactly("'=HYPERLINK(1)", "'-5");
        String missing = Files.readString(summary.missingReport().orElseThrow());
        assertThat(missing)
                .contains(
                        "servicenow,'+k,'-2+3",
                        "servicenow,'=1+1,'=cmd|' /C calc'!A0",
                        "servicenow,'@k,\"'@SUM(1,2)\"");
        assertThat(missingKeys(summary)).hasSize(3).allMatch(key -> key.startsWith("'"));
    }

    /**
     * Spreadsheets of other countries split at semicolons, and take full-width signs for signs. A character that nobody
     * sees is written as an escape, so it hides no formula.
     */
    @Test
    void disarmsFormulasInPiecesOfCells() {
        run(jsonLines(
                "{\"externalKey\":\"a;=1+1\",\"name\":\"x\\n\uFF1Dcmd\"}",
                "{\"externalKey\":\"b\",\"name\":\"\uFF20SUM(1)\\tx;\\u200B\uFF0B1\"}"));
        ImportSummary withoutThem = run(jsonLines("{\"externalKey\":\"c\",\"name\":\"c\"}"));
        ImportSummary withRejection = run(file("sys_id,name,cpu_count", "d,host-d,x;=2"));

        assertThat(rejections(withRejection)).extracting(Rejection::value).containsExactly("x;'=2");
        assertThat(withoutThem.missingReport().orElseThrow())
                .content()
                .contains(",a;'=1+1,x\\n\uFF1Dcmd", ",b,'\uFF20SUM(1)\\tx;\\u200B\uFF0B1")
                .hasLineCount(3);
    }

    @Test
    void disarmsFormulaInColumnName() {
        ImportSummary summary = run(jsonLines("{\"externalKey\":\"a\",\"name\":\"a\",\"=1+1\":\"x\"}"));

        assertThat(rejections(summary)).extracting(Rejection::column).containsExactly("'=1+1");
    }

    private Path jsonLines(String... lines) {
        return file(lines);
    }

    @Test
    void rejectsWhatTheDatabaseCannotHoldInsteadOfStopping() {
        String key = "{\"externalKey\":\"%s\",\"name\":\"%s\",\"sourceSystem\":\"%s\"}";
        ImportSummary summary = run(jsonLines(
                key.formatted("a\\u0000", "a", "register"),
                key.formatted("b", "b\\u0000", "register"),
                key.formatted("c", "c", "s".repeat(64)),
                key.formatted("d", "d", "s".repeat(63)),
                key.formatted("é".repeat(512), "é".repeat(512), "s".repeat(63)),
                "{\"externalKey\":\"e\",\"name\":\"e\",\"cpuCount\":1e9,\"memoryMib\":1e18,\"storageGib\":1e300}",
                key.formatted("f", "\\ud83d\\ude00", "register"),
                key.formatted("g", "\\ud83d", "register")));

        assertThat(engagement.keys()).containsExactlyInAnyOrder("d", "é".repeat(512), "f");
        assertThat(summary.counts()).isEqualTo(new ImportCounts(3, 0, 0, 5));
    }

    @Test
    void refusesScopeThatDoesNotCoverTheEngagement() {
        TestEngagement other = engagements.createBeside(engagement);
        Path file = file(HEADER, row("a"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> jobs.run(
                        new ImportRequest(engagement.scope(), other.id(), file, MissingAssetPolicy.REPORT),
                        JobProgress.SILENT));
        assertThat(other.assets()).isEmpty();
        assertThat(other.imports()).isZero();
    }

    @Test
    void keepsClientAccountsApart() {
        TestEngagement other = engagements.create();
        Path file = file(HEADER, row("a"), row("b"));
        run(engagement, file, MissingAssetPolicy.REPORT);

        ImportSummary second = run(other, file, MissingAssetPolicy.REPORT);

        assertThat(second.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));
        run(other, file(HEADER, row("a", "Changed by the other", "note"), row("c")), MissingAssetPolicy.DELETE);
        assertThat(engagement.names()).containsExactly("host-a", "host-b");
        assertThat(engagement.asset("host-a").description()).isEqualTo("Description of a");
        assertThat(other.names()).containsExactly("host-a", "host-c");
    }

    @Test
    void answersBusyWhileAnotherImportHoldsTheEngagement() {
        Path file = file(HEADER, row("a"));
        TestEngagement beside = engagements.createBeside(engagement);
        try (Held held =
                locks.tryAcquire(engagement.scope(), engagement.id(), "import").orElseThrow()) {
            assertThat(outcome(engagement, file, MissingAssetPolicy.REPORT, JobProgress.SILENT))
                    .isEqualTo(new ImportOutcome.EngagementBusy());
            assertThat(engagement.imports()).isZero();
            assertThat(run(beside, file, MissingAssetPolicy.REPORT).counts().created())
                    .isOne();
        }
        assertThat(run(file).counts().created()).isOne();
    }

    @Test
    void answersBusyToSecondImportFromInsideTheFirst() {
        Path file = file(HEADER, row("a"));
        List<ImportOutcome> second = new ArrayList<>();

        completed(outcome(
                engagement,
                file,
                MissingAssetPolicy.REPORT,
                (done, total) -> second.add(onAnotherThread(
                        () -> outcome(engagement, file, MissingAssetPolicy.REPORT, JobProgress.SILENT)))));

        assertThat(second).containsExactly(new ImportOutcome.EngagementBusy());
    }

    private static ImportOutcome onAnotherThread(Callable<ImportOutcome> work) {
        try (var executor = Executors.newSingleThreadExecutor()) {
            return executor.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}

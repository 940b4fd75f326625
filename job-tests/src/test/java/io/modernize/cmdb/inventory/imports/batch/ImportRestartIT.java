package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagement.StoredAsset;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Interrupted;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * An import that stops half-way continues where it was. A trigger stops it, at the row or the step that a test chooses:
 * the error comes from the database, as a full disk's or a lost connection's would.
 */
@TestPropertySource(properties = "cmdb.import.chunk-size=10")
class ImportRestartIT extends ImportScenario {
    private static final int ROWS = 95;

    /** Of the file of {@link #rows}: every 20th row is ragged, and the 30th and 60th repeat earlier keys. */
    private static final ImportCounts UNINTERRUPTED = new ImportCounts(89, 0, 0, 6);

    private final JdbcClient owner = JdbcClient.create(TestDatabase.shared().ownerDataSource());

    @Autowired
    AssetImportLog log;

    @BeforeEach
    void createTrap() {
        owner.sql("""
            create or replace function stop_import() returns trigger language plpgsql as
            $$ begin raise exception 'stopped by a test'; end $$
            """).update();
    }

    @AfterEach
    void removeTraps() {
        repairDatabase();
        owner.sql("drop function stop_import()").update();
    }

    private void stopAtKey(String key) {
        owner.sql("create trigger trap before insert or update on cmdb_assets for each row when (new.external_key = '"
                        + key + "' and new.engagement_id = '" + engagement.id() + "') execute function stop_import()")
                .update();
    }

    private void stopAtEnd() {
        owner.sql("create trigger trap before update on asset_imports for each row when (new.finished_at is not null"
                        + " and new.engagement_id = '" + engagement.id() + "') execute function stop_import()")
                .update();
    }

    private void repairDatabase() {
        owner.sql("drop trigger if exists trap on cmdb_assets").update();
        owner.sql("drop trigger if exists trap on asset_imports").update();
    }

    private static String key(int row) {
        return "k%03d".formatted(row);
    }

    private static List<String> rows(String description) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int row = 1; row <= ROWS; row++) {
            if (row % 20 == 0) {
                rows.add("ragged");
            } else if (row == 30 || row == 61) {
                rows.add(row(key(row - 25), "A repeated key", "note"));
            } else {
                rows.add(row(key(row), description + " " + row, "note"));
            }
        }
        return rows;
    }

    private Path file() {
        return file(rows("Server"));
    }

    private Interrupted stopped(Path file) {
        Interrupted interrupted = interrupted(outcome(engagement, file, MissingAssetPolicy.REPORT, JobProgress.SILENT));
        assertThat(interrupted.end().reason())
                .isEqualTo("an unexpected error stopped the job; the log has the details");
        return interrupted;
    }

    private AssetImport state(Interrupted interrupted) {
        return log.get(engagement.scope(), interrupted.importId());
    }

    /** Nothing tells the result from that of an import into another engagement that ran through. */
    private void assertLikeUninterrupted(ImportSummary summary, Path file) {
        TestEngagement other = engagements.create();
        ImportSummary expected = run(other, file, MissingAssetPolicy.REPORT);

        assertThat(expected.counts()).isEqualTo(UNINTERRUPTED);
        assertThat(summary.counts()).isEqualTo(UNINTERRUPTED);
        assertThat(summary.counts().read()).isEqualTo(summary.totalRows()).isEqualTo(ROWS);
        assertThat(summary.missing()).isEqualTo(expected.missing());
        assertThat(rejections(summary)).isEqualTo(rejections(expected)).hasSize(6);
        assertThat(engagement.assets())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("updatedAt")
                .isEqualTo(other.assets());
        assertThat(engagement.claimedKeys()).isZero();
    }

    @Test
    void continuesBehindTheLastStoredChunk() {
        Path file = file();
        stopAtKey(key(47));

        Interrupted interrupted = stopped(file);

        // Rows 1 to 40 are stored, row 41 to 46 of the broken chunk are not.
        assertThat(state(interrupted).nextRow()).isEqualTo(40);
        assertThat(state(interrupted).counts()).isEqualTo(new ImportCounts(37, 0, 0, 3));
        assertThat(engagement.assets()).hasSize(37);
        assertThat(engagement.keys()).doesNotContain(key(41));
        List<StoredAsset> stored = engagement.assets();

        repairDatabase();
        ImportSummary summary = run(file);

        assertThat(summary.resumed()).isTrue();
        assertThat(summary.importId()).isEqualTo(interrupted.importId());
        // With the time of their last change: they were not written again.
        assertThat(engagement.assets()).containsAll(stored);
        assertLikeUninterrupted(summary, file);
    }

    @Test
    void continuesAfterTwoInterruptions() {
        Path file = file();
        stopAtKey(key(23));
        Interrupted first = stopped(file);
        assertThat(state(first).nextRow()).isEqualTo(20);
        repairDatabase();
        stopAtKey(key(78));

        Interrupted second = stopped(file);

        assertThat(second.importId()).isEqualTo(first.importId());
        assertThat(state(second).nextRow()).isEqualTo(70);
        assertThat(engagement.assets()).hasSize((int) state(second).counts().created());
        repairDatabase();
        ImportSummary summary = run(file);
        assertThat(summary.resumed()).isTrue();
        assertLikeUninterrupted(summary, file);
    }

    @Test
    void stopsAgainAtTheSamePlaceWhereTheCauseRemains() {
        Path file = file();
        stopAtKey(key(47));
        stopped(file);

        Interrupted second = stopped(file);

        assertThat(state(second).nextRow()).isEqualTo(40);
        assertThat(state(second).counts()).isEqualTo(new ImportCounts(37, 0, 0, 3));
        assertThat(engagement.imports()).isOne();
        repairDatabase();
        assertLikeUninterrupted(run(file), file);
    }

    @Test
    void startsAtTheFirstRowWhereNoChunkWasStored() {
        Path file = file();
        stopAtKey(key(1));
        Interrupted interrupted = stopped(file);
        assertThat(engagement.assets()).isEmpty();
        assertThat(state(interrupted).nextRow()).isZero();
        repairDatabase();

        assertLikeUninterrupted(run(file), file);
    }

    @Test
    void endsWhatOnlyLackedItsEnd() {
        Path file = file();
        stopAtEnd();
        Interrupted interrupted = stopped(file);
        assertThat(state(interrupted).nextRow()).isEqualTo(ROWS);
        assertThat(state(interrupted).counts()).isEqualTo(UNINTERRUPTED);
        repairDatabase();

        ImportSummary summary = run(file);

        assertThat(summary.resumed()).isTrue();
        assertLikeUninterrupted(summary, file);
    }

    /** Deleting is part of the last transaction: an import that did not end has deleted nothing. */
    @Test
    void deletesMissingAssetsOnlyWithTheEnd() {
        run(file(HEADER, row("old")));
        Path file = file(HEADER, row("new"));
        stopAtEnd();
        interrupted(outcome(engagement, file, MissingAssetPolicy.DELETE, JobProgress.SILENT));
        assertThat(engagement.keys()).containsExactly("new", "old");
        repairDatabase();

        ImportSummary summary = run(engagement, file, MissingAssetPolicy.DELETE);

        assertThat(summary.deleted()).isOne();
        assertThat(engagement.keys()).containsExactly("new");
    }

    /** Keys of the rows before the interruption still count as held by the file. */
    @Test
    void missesNothingOfTheRowsBeforeTheInterruption() {
        run(file(HEADER, row("old")));
        Path file = file();
        stopAtKey(key(47));
        stopped(file);
        repairDatabase();

        ImportSummary summary = run(file);

        assertThat(missingKeys(summary)).containsExactly("old");
    }

    @Test
    void reportsProgressFromWhereItWas() {
        Path file = file();
        stopAtKey(key(47));
        stopped(file);
        repairDatabase();
        List<Long> progress = new ArrayList<>();

        completed(outcome(engagement, file, MissingAssetPolicy.REPORT, (done, total) -> progress.add(done)));

        assertThat(progress).containsExactly(50L, 60L, 70L, 80L, 90L, 95L);
    }

    /** A callback that throws comes as near to a death inside a transaction as one process can. */
    @Test
    void leavesNothingOfAnUncommittedChunk() {
        Path file = file();
        Interrupted interrupted = interrupted(outcome(engagement, file, MissingAssetPolicy.REPORT, (done, total) -> {
            if (done == 30) {
                throw new IllegalStateException("stopped by a test");
            }
        }));
        assertThat(state(interrupted).nextRow()).isEqualTo(20);
        assertThat(engagement.assets()).hasSize(19);

        assertLikeUninterrupted(run(file), file);
    }

    @Test
    void startsAnewWhereTheFileHasChanged() {
        stopAtKey(key(47));
        Interrupted interrupted = stopped(file());
        repairDatabase();

        ImportSummary summary = run(file(rows("Changed server")));

        assertThat(summary.resumed()).isFalse();
        assertThat(summary.importId()).isNotEqualTo(interrupted.importId());
        assertThat(summary.counts()).isEqualTo(new ImportCounts(52, 37, 0, 6));
        assertThat(summary.missing()).isZero();
        // Nor does the abandoned import leave its own.
        assertThat(engagement.claimedKeys()).isZero();
    }

    /** The rows before the interruption may have been overwritten meanwhile: going on behind them would lose them. */
    @Test
    void startsAnewWhereAnotherFileWasImportedMeanwhile() {
        Path file = file();
        stopAtKey(key(47));
        stopped(file);
        repairDatabase();
        run(file(rows("Changed server")));

        ImportSummary summary = run(file);

        assertThat(summary.counts()).isEqualTo(new ImportCounts(0, 89, 0, 6));
        assertThat(engagement.assets())
                .noneMatch(asset -> String.valueOf(asset.description()).startsWith("Changed"));
    }

    @Test
    void continuesInItsOwnEngagementOnly() {
        TestEngagement beside = engagements.createBeside(engagement);
        Path file = file();
        stopAtKey(key(47));
        stopped(file);

        ImportSummary summary = run(beside, file, MissingAssetPolicy.REPORT);

        assertThat(summary.resumed()).isFalse();
        assertThat(summary.counts()).isEqualTo(UNINTERRUPTED);
        assertThat(engagement.assets()).hasSize(37);
    }
}

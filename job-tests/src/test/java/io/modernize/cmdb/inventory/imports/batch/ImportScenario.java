package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.modernize.cmdb.BatchTest;
import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.TestEngagements;
import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Completed;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Interrupted;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Refused;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportRequest;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports files into an engagement of its own, through the job, into the real database. */
@BatchTest
public abstract class ImportScenario {
    public static final String HEADER = "sys_id,name,location,short_description,asset_tag,u_note";

    @Autowired
    AssetImportJobs jobs;

    @Autowired
    public TestEngagements engagements;

    @TempDir
    public Path folder;

    public TestEngagement engagement;

    @BeforeEach
    void createEngagement() {
        engagement = engagements.create();
    }

    /** A file of its own name, so that two of them never share a path. */
    public Path file(List<String> lines) {
        try {
            return Files.writeString(folder.resolve(UUID.randomUUID() + ".csv"), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String... lines) {
        return file(List.of(lines));
    }

    /** A row of a file with {@link #HEADER}. */
    public static String row(String key) {
        return row(key, "Description of " + key, "note");
    }

    public static String row(String key, String description, String note) {
        return key + ",host-" + key + ",rdu3," + description + ",tag," + note;
    }

    public ImportSummary run(Path file) {
        return run(engagement, file, MissingAssetPolicy.REPORT);
    }

    public ImportSummary run(TestEngagement into, Path file, MissingAssetPolicy missing) {
        return completed(outcome(into, file, missing, JobProgress.SILENT));
    }

    ImportOutcome outcome(TestEngagement into, Path file, MissingAssetPolicy missing, JobProgress progress) {
        return jobs.run(new ImportRequest(into.scope(), into.id(), file, missing), progress);
    }

    static ImportSummary completed(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(Completed.class);
        return ((Completed) outcome).summary();
    }

    static Interrupted interrupted(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(Interrupted.class);
        return (Interrupted) outcome;
    }

    ImportRefusal refusal(Path file) {
        ImportOutcome outcome = outcome(engagement, file, MissingAssetPolicy.DELETE, JobProgress.SILENT);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).refusal();
    }

    /** A line of a report of rejected rows; what is absent reads as empty. */
    record Rejection(long line, String column, String value, String reason) {}

    static List<Rejection> rejections(ImportSummary summary) {
        return read(summary.rejectionReport()).stream()
                .map(cells -> new Rejection(
                        Long.parseLong(cells.getField("line")),
                        cells.getField("column"),
                        cells.getField("value"),
                        cells.getField("reason")))
                .toList();
    }

    /** External keys of a report of missing assets, in its order. */
    static List<String> missingKeys(ImportSummary summary) {
        return read(summary.missingReport()).stream()
                .map(cells -> cells.getField("external_key"))
                .toList();
    }

    static List<NamedCsvRecord> read(Optional<Path> report) {
        assertThat(report).isPresent();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(report.orElseThrow())) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.application.AssetImportJobs;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.ImportArguments;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.application.InMemoryUploads;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever users call their files. */
class ImportWorkTests {
    private static final byte[] CONTENT = "name\nweb-01\n".getBytes(StandardCharsets.UTF_8);

    private final TwoClients clients = TwoClients.random();
    private final InMemoryUploads uploads = new InMemoryUploads();

    /** Longer than a file name may be, of characters that not every locale has, and none of any file system. */
    static List<String> names() {
        return List.of("資".repeat(100) + ".csv", "Büro.csv", "a:b*c?.csv", "con", "\uD83D\uDE00.jsonl");
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheFileFromWhereItIsKeptAndNamesItToPeopleOnly(String name) {
        ImportUploadId id = upload(name);
        AtomicReference<ImportSource> read = new AtomicReference<>();
        AssetImportJobs jobs = (request, progress) -> {
            read.set(request.source());
            // Several times, as an import does.
            assertThat(bytes(request.source())).isEqualTo(CONTENT);
            assertThat(bytes(request.source())).isEqualTo(CONTENT);
            return new ImportOutcome.Completed(summary(request.source().name()));
        };

        JobReport report = new ImportWork(jobs, uploads).run(run(id), JobProgress.SILENT);

        assertThat(read.get()).isInstanceOf(ImportSource.KeptFile.class);
        assertThat(read.get().name()).isEqualTo(name);
        assertThat(report.end()).isEqualTo(new JobEnd.Completed());
        assertThat(report.message()).startsWith(name + " (JSON Lines): 1 rows");
        assertThat(uploads.find(clients.exitScope(), id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Büro.csv"})
    void namesTheFileThatWasRefused(String name) {
        ImportUploadId id = upload(name);
        ImportRefusal refusal = new ImportRefusal(ImportRefusal.Code.EMPTY, "the file is empty", "Export again.");

        JobReport report = new ImportWork((request, progress) -> new ImportOutcome.Refused(refusal), uploads)
                .run(run(id), JobProgress.SILENT);

        assertThat(report).isEqualTo(JobReport.failed(name + " was refused: the file is empty. Export again."));
    }

    @Test
    void saysThatTheFileIsGone() {
        JobReport report = new ImportWork(
                        (request, progress) -> {
                            throw new AssertionError("there is nothing to import");
                        },
                        uploads)
                .run(run(new ImportUploadId(UUID.randomUUID())), JobProgress.SILENT);

        assertThat(report.end()).isInstanceOf(JobEnd.Failed.class);
    }

    private ImportUploadId upload(String name) {
        ImportUploadId id = uploads.begin(clients.exitScope(), clients.exit(), name);
        uploads.append(clients.exitScope(), id, 0, CONTENT);
        uploads.complete(clients.exitScope(), id);
        return id;
    }

    private JobRun run(ImportUploadId upload) {
        return new JobRun(
                new JobRunId(UUID.randomUUID()),
                clients.exitScope(),
                clients.exit(),
                JobKind.IMPORT,
                Map.of(ImportArguments.UPLOAD, upload.toString()),
                JobStatus.RUNNING,
                JobCounts.NONE,
                null,
                null,
                false,
                "somebody",
                Instant.EPOCH,
                null);
    }

    private static ImportSummary summary(String name) {
        return new ImportSummary(
                new AssetImportId(UUID.randomUUID()),
                name,
                "JSON Lines",
                1,
                ImportCounts.NONE,
                false,
                0,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static byte[] bytes(ImportSource source) {
        try (InputStream content = source.open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

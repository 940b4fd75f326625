package io.modernize.cmdb.inventory.imports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportRow;
import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetImportLog;
import io.modernize.cmdb.inventory.files.batch.SourceFile;
import io.modernize.cmdb.inventory.files.batch.SourceFileInspector;
import io.modernize.cmdb.inventory.files.batch.SourceInspection;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Where a portion of rows ends. */
class ImportRowReaderTests {
    private static final EngagementId ENGAGEMENT = new EngagementId(UUID.randomUUID());
    private static final TenantScope SCOPE = TenantScope.forJob(new ClientAccountId(UUID.randomUUID()), ENGAGEMENT);
    private static final int MANY = 500;

    private final InMemoryAssetImportLog log = new InMemoryAssetImportLog(new InMemoryAssetCatalog());

    @TempDir
    private Path folder;

    @Test
    void endsAPortionAfterItsRows() throws IOException {
        List<List<ImportRow>> portions = portions(file(5, 10), 0, 2);

        assertThat(portions).extracting(List::size).containsExactly(2, 2, 1);
        assertRowsInOrder(portions, 0, 5);
    }

    @Test
    void endsAPortionAfterItsCharactersHoweverFewItsRows() throws IOException {
        int longRow = 1_000_000;

        List<List<ImportRow>> portions = portions(file(8, longRow), 0, MANY);

        assertThat(portions).extracting(List::size).containsExactly(3, 3, 2);
        assertRowsInOrder(portions, 0, 8);
    }

    @Test
    void countsTheCharactersOfRejectedRows() throws IOException {
        int tooLong = (int) ImportRowReader.PORTION_CHARACTERS;

        assertThat(portions(file(3, tooLong), 0, MANY)).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void goesOnBehindWhatIsStored() throws IOException {
        assertRowsInOrder(portions(file(8, 1_000_000), 4, MANY), 4, 8);
    }

    private static void assertRowsInOrder(List<List<ImportRow>> portions, long first, long end) {
        assertThat(portions.stream().flatMap(List::stream).map(ImportRow::index))
                .containsExactlyElementsOf(LongStream.range(first, end).boxed().toList());
    }

    private List<List<ImportRow>> portions(SourceFile file, long nextRow, int mostRows) throws IOException {
        AssetImport assetImport = log.begin(
                SCOPE,
                new NewAssetImport(
                        ENGAGEMENT,
                        "assets.jsonl",
                        ContentHash.ofText("file"),
                        file.format().name(),
                        file.dataRows()));
        log.advance(SCOPE, assetImport.id(), nextRow, new ImportCounts(nextRow, 0, 0, 0));
        ImportRun run = new ImportRun(SCOPE, assetImport, file, MissingAssetPolicy.REPORT, JobProgress.SILENT);
        ImportRowReader reader = new ImportRowReader(run, log, mostRows);
        List<List<ImportRow>> portions = new ArrayList<>();
        reader.open(new ExecutionContext());
        try {
            for (List<ImportRow> portion = reader.read(); portion != null; portion = reader.read()) {
                portions.add(portion);
            }
        } finally {
            reader.close();
        }
        return portions;
    }

    /** A file whose rows have the number of characters, and some more. */
    private SourceFile file(int rows, int characters) throws IOException {
        Path path = folder.resolve("assets.jsonl");
        Files.writeString(
                path,
                IntStream.range(0, rows)
                        .mapToObj(row -> "{\"externalKey\":\"" + row
                                + "\",\"name\":\"web\",\"attributes\":{\"notes\":\"" + "x".repeat(characters) + "\"}}")
                        .collect(Collectors.joining("\n")));
        SourceInspection inspection = new SourceFileInspector().inspect(new ImportSource.LocalFile(path));
        return ((SourceInspection.Readable) inspection).file();
    }
}

package io.modernize.cmdb.inventory.imports.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.imports.AssetImportId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what an import rejected, and what it missed, as CSV files for the people who can mend the source. */
@Component
class ImportReports {
    private final AssetImportLog log;
    private final Path directory;

    ImportReports(AssetImportLog log, ImportProperties properties) {
        this.log = log;
        this.directory = properties.reportsDirectory().toAbsolutePath().normalize();
    }

    /** Columns {@code line, column, value, reason}; the answer is the file's path. */
    Path writeRejections(TenantScope scope, AssetImportId importId) throws IOException {
        return write(importId, "rejected", csv -> {
            csv.writeRecord("line", "column", "value", "reason");
            log.forEachRejected(
                    scope,
                    importId,
                    cell -> csv.writeRecord(
                            Long.toString(cell.line()), inert(cell.column()), inert(cell.value()), cell.reason()));
        });
    }

    /** Columns {@code source_system, external_key, name}; the answer is the file's path. */
    Path writeMissing(TenantScope scope, AssetImportId importId) throws IOException {
        return write(importId, "missing", csv -> {
            csv.writeRecord("source_system", "external_key", "name");
            log.forEachMissing(
                    scope,
                    importId,
                    asset -> csv.writeRecord(
                            asset.key().sourceSystem(), inert(asset.key().externalKey()), inert(asset.name())));
        });
    }

    private Path write(AssetImportId importId, String kind, Consumer<CsvWriter> rows) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve(importId + "-" + kind + ".csv");
        Files.deleteIfExists(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // The report quotes the customer's data.
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (CsvWriter csv = CsvWriter.builder().build(path)) {
            rows.accept(csv);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return path;
    }

    /** Spreadsheets run cells that begin like a formula; a leading apostrophe makes them text. */
    private static @Nullable String inert(@Nullable String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

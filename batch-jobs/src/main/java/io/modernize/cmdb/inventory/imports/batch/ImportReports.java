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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the rejected rows and the missing assets of an import as CSV files, for the people who can correct the source.
 */
@Component
class ImportReports {
    private final AssetImportLog log;
    private final Path directory;

    ImportReports(AssetImportLog log, ImportProperties properties) {
        this.log = log;
        this.directory = properties.reportsDirectory().toAbsolutePath().normalize();
    }

    /**
     * Writes the columns {@code line, column, value, reason}: why rows were rejected, and what was left out of others.
     * Returns the path of the file, or nothing if there is nothing to tell.
     */
    Optional<Path> writeRejections(TenantScope scope, AssetImportId importId) throws IOException {
        AtomicBoolean isEmpty = new AtomicBoolean(true);
        Path path = write(importId, "rejected", csv -> {
            csv.writeRecord("line", "column", "value", "reason");
            log.forEachRejected(scope, importId, cell -> {
                isEmpty.set(false);
                csv.writeRecord(Long.toString(cell.line()), inert(cell.column()), inert(cell.value()), cell.reason());
            });
        });
        if (isEmpty.get()) {
            Files.delete(path);
            return Optional.empty();
        }
        return Optional.of(path);
    }

    /** Writes the columns {@code source_system, external_key, name}, and returns the path of the file. */
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

    /**
     * A cell that a spreadsheet does not run. A cell that begins like a formula gets a leading apostrophe, which makes
     * it text.
     */
    private static @Nullable String inert(@Nullable String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

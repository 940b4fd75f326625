package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.files.batch.SourceInspection.Readable;
import io.modernize.cmdb.inventory.files.batch.SourceInspection.Unreadable;
import io.modernize.cmdb.inventory.formats.FormatRecognition;
import io.modernize.cmdb.inventory.formats.ImportFormat;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole file before anything of it is stored. It checks bytes and encoding first, then the format, and parses
 * the file once to its end. Afterwards only single rows can turn out to be bad.
 */
public final class SourceFileInspector {
    /**
     * The default of the largest file, with some ten million rows. A larger file is not an export of a CMDB, and
     * reading it twice takes minutes.
     */
    static final long DEFAULT_MAX_BYTES = 2L << 30;

    private static final int READ_BYTES = 65_536;

    private final long maxBytes;

    public SourceFileInspector() {
        this(DEFAULT_MAX_BYTES);
    }

    /**
     * @param maxBytes the largest file that is accepted
     */
    public SourceFileInspector(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Judges a file. It reads the file and changes nothing.
     *
     * @throws IOException if reading fails for a reason that is not the file's content
     */
    public SourceInspection inspect(ImportSource source) throws IOException {
        ImportRefusal obstacle = obstacle(source);
        if (obstacle != null) {
            return new Unreadable(obstacle);
        }
        ByteSurvey survey = survey(source);
        if (survey.size() > maxBytes) {
            return new Unreadable(tooLarge());
        }
        return switch (TextEncoding.detect(survey)) {
            case TextEncoding.Undetected(ImportRefusal refusal) -> new Unreadable(refusal);
            case TextEncoding.Detected(TextEncoding encoding) -> inspectText(source, survey, encoding);
        };
    }

    private @Nullable ImportRefusal obstacle(ImportSource source) throws IOException {
        ImportRefusal obstacle = source instanceof ImportSource.LocalFile(Path path) ? obstacle(path) : null;
        if (obstacle != null) {
            return obstacle;
        }
        long size = source.size();
        if (size > maxBytes) {
            return tooLarge();
        }
        return size > 0
                ? null
                : new ImportRefusal(
                        Code.EMPTY,
                        "the file is empty: 0 bytes, no header",
                        "Export again; the export may have failed.");
    }

    private static @Nullable ImportRefusal obstacle(Path path) {
        if (!Files.exists(path)) {
            return new ImportRefusal(Code.FILE_NOT_FOUND, "there is no file " + path, "Check the path.");
        }
        if (!Files.isRegularFile(path)) {
            return new ImportRefusal(
                    Code.NOT_A_REGULAR_FILE,
                    path + " is not a regular file",
                    "Name one file, not a folder or a device.");
        }
        if (!Files.isReadable(path)) {
            return new ImportRefusal(
                    Code.NOT_READABLE, path + " may not be read by this process", "Change the file's permissions.");
        }
        return null;
    }

    private ImportRefusal tooLarge() {
        return new ImportRefusal(
                Code.TOO_LARGE,
                "the file has more than " + maxBytes + " bytes",
                "Split it; each part needs the header.");
    }

    /** Surveys the bytes. It stops early if the file has grown beyond the limit meanwhile. */
    private ByteSurvey survey(ImportSource source) throws IOException {
        ByteSurvey survey = new ByteSurvey();
        byte[] buffer = new byte[READ_BYTES];
        try (InputStream bytes = source.open()) {
            int count;
            while (survey.size() <= maxBytes && (count = bytes.read(buffer)) > 0) {
                survey.add(buffer, count);
            }
        }
        survey.end();
        return survey;
    }

    private SourceInspection inspectText(ImportSource source, ByteSurvey survey, TextEncoding encoding)
            throws IOException {
        FileOpening opening = FileOpening.of(source, encoding);
        if (opening.isBlank()) {
            return new Unreadable(noHeader());
        }
        if (opening.isJsonArray() || opening.firstLine().strip().equals("{")) {
            return new Unreadable(new ImportRefusal(
                    Code.UNKNOWN_FORMAT,
                    "the file is one JSON document over several lines",
                    "Write JSON Lines: one object a line, no array around them."));
        }
        if (opening.isJsonObject()) {
            long rows = countLines(source, encoding);
            return readable(source, survey, encoding, ImportFormat.JSON_LINES, new SourceFile.JsonLines(), rows);
        }
        try (RawTable table = new RawTable(encoding.open(source), opening.delimiter())) {
            return inspectTable(source, survey, encoding, table, opening.delimiter());
        } catch (BrokenTableException e) {
            return new Unreadable(e.refusal());
        }
    }

    private static ImportRefusal noHeader() {
        return new ImportRefusal(
                Code.EMPTY, "the file is blank: there is no header", "Export again; the export may have failed.");
    }

    private static SourceInspection inspectTable(
            ImportSource source, ByteSurvey survey, TextEncoding encoding, RawTable table, char delimiter)
            throws IOException {
        RawRow header = table.next();
        // The whole table is parsed before its header is judged: a lost quote there explains every other oddity.
        long rows = 0;
        table.keepCells(0);
        while (table.next() != null) {
            rows++;
        }
        if (header == null) {
            return new Unreadable(noHeader());
        }
        return switch (FormatRecognition.of(header.cells())) {
            case FormatRecognition.Refused(ImportRefusal refusal) -> new Unreadable(refusal);
            case FormatRecognition.Recognised recognised ->
                readable(
                        source,
                        survey,
                        encoding,
                        recognised.format(),
                        new SourceFile.Table(recognised.header(), delimiter),
                        rows);
        };
    }

    private static SourceInspection readable(
            ImportSource source,
            ByteSurvey survey,
            TextEncoding encoding,
            ImportFormat format,
            SourceFile.Shape shape,
            long rows) {
        List<String> warnings = rows == 0 ? List.of("no data rows") : List.of();
        return new Readable(
                new SourceFile(source, survey.size(), survey.sha256Hex(), encoding, format, shape, rows, warnings));
    }

    private static long countLines(ImportSource source, TextEncoding encoding) throws IOException {
        long rows = 0;
        try (RawLines lines = new RawLines(encoding.open(source), ImportLimits.ROW_CHARS)) {
            while (lines.next() != null) {
                rows++;
            }
        }
        return rows;
    }
}

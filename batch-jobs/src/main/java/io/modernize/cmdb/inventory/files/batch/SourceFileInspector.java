package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.application.ImportSource;
import io.modernize.cmdb.inventory.files.batch.SourceInspection.Readable;
import io.modernize.cmdb.inventory.files.batch.SourceInspection.Unreadable;
import io.modernize.cmdb.inventory.formats.FormatRecognition;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole file once before anything of it is stored. It recognises the format by the beginning, and checks bytes,
 * encoding and rows in one pass. Afterwards only single rows can turn out to be bad.
 */
public final class SourceFileInspector {
    /**
     * The default of the largest file, with some ten million rows. A larger file is not an export of a CMDB, and
     * reading it twice takes minutes.
     */
    static final long DEFAULT_MAX_BYTES = 2L << 30;

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
        ByteSurvey survey = new ByteSurvey();
        FileContent content;
        try (SurveyedBytes bytes = new SurveyedBytes(source.open(), survey, maxBytes)) {
            FileOpening opening = FileOpening.of(bytes);
            ImportRefusal noText = TextEncoding.refusal(survey);
            if (noText != null) {
                return new Unreadable(noText);
            }
            content = FileContent.of(opening, bytes);
            bytes.finish();
        }
        if (survey.size() > maxBytes) {
            return new Unreadable(tooLarge());
        }
        return switch (TextEncoding.detect(survey)) {
            case TextEncoding.Undetected(ImportRefusal refusal) -> new Unreadable(refusal);
            case TextEncoding.Detected(TextEncoding encoding) -> inspection(source, survey, encoding, content);
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

    private static SourceInspection inspection(
            ImportSource source, ByteSurvey survey, TextEncoding encoding, FileContent content) {
        return switch (content) {
            case FileContent.Useless(ImportRefusal refusal) -> new Unreadable(refusal);
            case FileContent.JsonLines(RowSurvey rows) ->
                readable(source, survey, encoding, new SourceFile.JsonLines(), rows.rows(encoding));
            case FileContent.Table(RowSurvey rows, char delimiter) -> {
                List<String> header = rows.first(encoding);
                yield header == null
                        ? new Unreadable(FileContent.noHeader())
                        : switch (FormatRecognition.of(header)) {
                            case FormatRecognition.Refused(ImportRefusal refusal) -> new Unreadable(refusal);
                            case FormatRecognition.Recognised found ->
                                readable(
                                        source,
                                        survey,
                                        encoding,
                                        new SourceFile.Table(found.format(), found.header(), delimiter),
                                        rows.rows(encoding) - 1);
                        };
            }
        };
    }

    private static SourceInspection readable(
            ImportSource source, ByteSurvey survey, TextEncoding encoding, SourceFile.Shape shape, long rows) {
        return new Readable(new SourceFile(source, survey.size(), survey.sha256Hex(), encoding, shape, rows));
    }
}

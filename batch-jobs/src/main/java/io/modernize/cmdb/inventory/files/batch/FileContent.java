package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.inventory.imports.ImportRefusal.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;

/**
 * What a file holds, told in one pass and before its encoding is known, for which the last byte may matter. Each byte is
 * taken for a character: quotes, delimiters and line breaks are ASCII, which all encodings of {@link TextEncoding} have in
 * common.
 */
sealed interface FileContent {

    record JsonLines(RowSurvey rows) implements FileContent {}

    record Table(RowSurvey rows, char delimiter) implements FileContent {}

    /** Neither, or broken; an encoding that is refused is the better reason. */
    record Useless(ImportRefusal refusal) implements FileContent {}

    /** Reads a file to its end, unless it is of no use before. */
    static FileContent of(FileOpening opening, InputStream rest) throws IOException {
        if (opening.isBlank()) {
            return new Useless(noHeader());
        }
        if (opening.isJsonArray() || opening.firstLine().strip().equals("{")) {
            return new Useless(new ImportRefusal(
                    Code.UNKNOWN_FORMAT,
                    "the file is one JSON document over several lines",
                    "Write JSON Lines: one object a line, no array around them."));
        }
        InputStream bytes = new SequenceInputStream(new ByteArrayInputStream(opening.bytes()), rest);
        if (opening.isJsonObject()) {
            return new JsonLines(lines(bytes));
        }
        try {
            return new Table(rows(bytes, opening.delimiter()), opening.delimiter());
        } catch (BrokenTableException e) {
            return new Useless(e.refusal());
        }
    }

    static ImportRefusal noHeader() {
        return new ImportRefusal(
                Code.EMPTY, "the file is blank: there is no header", "Export again; the export may have failed.");
    }

    private static RowSurvey lines(InputStream bytes) throws IOException {
        RowSurvey rows = new RowSurvey();
        RawLines lines = new RawLines(TextEncoding.bytesAsCharacters(bytes), ImportLimits.ROW_CHARS);
        for (RawLines.RawLine line = lines.next(); line != null; line = lines.next()) {
            rows.add(List.of(), !line.isCut() && TextEncoding.isBlankInUtf8(line.text()));
        }
        return rows;
    }

    /** The whole table is parsed before its header is judged: a lost quote there explains every other oddity. */
    private static RowSurvey rows(InputStream bytes, char delimiter) throws IOException {
        RowSurvey rows = new RowSurvey();
        RawTable table = RawTable.ofBytes(bytes, delimiter);
        for (RawRow row = table.next(); row != null; row = table.next()) {
            rows.add(row.cells(), row.filling() == RawRow.Filling.BLANK_IN_UTF_8);
            if (rows.hasFirst()) {
                table.keepCells(0);
            }
        }
        return rows;
    }
}

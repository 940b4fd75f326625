package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.files.batch.SourceRow.Defective;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a file with one JSON object on each line. */
final class JsonRows implements RowSource {
    private final RawLines lines;
    private final JsonObjectParser parser = new JsonObjectParser();

    private JsonRows(RawLines lines) {
        this.lines = lines;
    }

    static JsonRows open(SourceFile file) throws IOException {
        return new JsonRows(new RawLines(file.encoding().open(file.source()), ImportLimits.ROW_CHARS));
    }

    @Override
    public @Nullable Row next() throws IOException {
        RawLines.RawLine line = lines.next();
        return line == null ? null : new Row(line.line(), line.length(), content(line));
    }

    @Override
    public boolean skip() throws IOException {
        return lines.next() != null;
    }

    private SourceRow.Content content(RawLines.RawLine line) {
        return line.isCut()
                ? new Defective(RowProblem.ofRow(String.format(
                        Locale.ROOT, "has %,d characters, at most %,d", line.length(), ImportLimits.ROW_CHARS)))
                : parser.parse(line.text());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

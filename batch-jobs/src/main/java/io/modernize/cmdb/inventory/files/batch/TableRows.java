package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.files.batch.SourceRow.Content;
import io.modernize.cmdb.inventory.files.batch.SourceRow.Defective;
import io.modernize.cmdb.inventory.files.batch.SourceRow.Intact;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.CellText;
import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a table without the header. */
final class TableRows implements RowSource {
    private final RawTable table;
    private final SourceFile.Table shape;

    private TableRows(RawTable table, SourceFile.Table shape) {
        this.table = table;
        this.shape = shape;
    }

    static TableRows open(SourceFile file, SourceFile.Table shape) throws IOException {
        RawTable table = new RawTable(file.encoding().open(file.source()), shape.delimiter());
        try {
            table.next();
        } catch (IOException e) {
            table.close();
            throw e;
        }
        table.keepCells(shape.header().size());
        return new TableRows(table, shape);
    }

    @Override
    public @Nullable Row next() throws IOException {
        RawRow raw = table.next();
        return raw == null ? null : new Row(raw.line(), raw.length(), content(raw));
    }

    @Override
    public boolean skip() throws IOException {
        return table.next() != null;
    }

    private Content content(RawRow raw) {
        SourceHeader header = shape.header();
        if (raw.cellCount() != header.size()) {
            String cells = raw.cellCount() == 1 ? "1 cell" : raw.cellCount() + " cells";
            return new Defective(RowProblem.ofRow(cells + ", expected " + header.size()));
        }
        RawRow.LongCell longCell = raw.longCell();
        if (longCell != null) {
            String column = header.columns().get(longCell.position());
            return new Defective(CellText.tooLong(column, longCell.beginning(), longCell.length()));
        }
        if (raw.length() > ImportLimits.ROW_CHARS) {
            return new Defective(RowProblem.ofRow(String.format(
                    Locale.ROOT, "has %,d characters, at most %,d", raw.length(), ImportLimits.ROW_CHARS)));
        }
        for (int at = 0; at < header.size(); at++) {
            Optional<RowProblem> problem =
                    CellText.problemIn(header.columns().get(at), raw.cells().get(at));
            if (problem.isPresent()) {
                return new Defective(problem.get());
            }
        }
        return new Intact(new TableRecord(header, raw.cells(), shape.numberStyle()));
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}

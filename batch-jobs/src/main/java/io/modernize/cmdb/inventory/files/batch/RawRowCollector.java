package io.modernize.cmdb.inventory.files.batch;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one record within bounds. FastCSV's own limits end the parsing of the whole file. Here, a
 * record beyond a bound is counted to its end, and only this record is lost.
 */
final class RawRowCollector extends AbstractBaseCsvCallbackHandler<RawRow> {
    private int cellsToKeep = ImportLimits.COLUMNS + 1;
    private List<String> cells = new ArrayList<>();
    private int cellCount;
    private long length;
    private boolean blank;
    private RawRow.@Nullable LongCell longCell;
    private long line;

    /** Sets the number of cells that are kept from the next record on. Further cells are only counted. */
    void keepCells(int count) {
        cellsToKeep = count;
    }

    /** The line where the present record begins. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        cells = new ArrayList<>();
        cellCount = 0;
        length = 0;
        blank = true;
        longCell = null;
    }

    @Override
    protected void handleField(int position, char[] buffer, int offset, int cellLength, boolean quoted) {
        cellCount++;
        length += cellLength;
        blank = blank && isBlank(buffer, offset, cellLength);
        if (cellLength > ImportLimits.CELL_CHARS) {
            if (longCell == null) {
                String beginning = new String(buffer, offset, RowProblem.VALUE_CHARS + 1);
                longCell = new RawRow.LongCell(position, beginning, cellLength);
            }
        } else if (cells.size() < cellsToKeep && longCell == null && length <= ImportLimits.ROW_CHARS) {
            cells.add(withPlainLineBreaks(new String(buffer, offset, cellLength)));
        }
    }

    private static boolean isBlank(char[] buffer, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if (!Character.isWhitespace(buffer[at])) {
                return false;
            }
        }
        return true;
    }

    /**
     * A cell with plain line breaks. The kind of a line break depends on the system that wrote the file, and means
     * nothing.
     */
    private static String withPlainLineBreaks(String cell) {
        return cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n").replace('\r', '\n');
    }

    @Override
    protected RawRow buildRecord() {
        return new RawRow(line, cells, cellCount, length, blank, longCell);
    }
}

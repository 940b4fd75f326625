package io.modernize.cmdb.inventory.files.batch;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.modernize.cmdb.inventory.files.batch.RawRow.Filling;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one record within bounds. FastCSV's own limits end the parsing of the whole file. Here, a
 * record beyond a bound is counted to its end, and only this record is lost.
 */
final class RawRowCollector extends AbstractBaseCsvCallbackHandler<RawRow> {
    private final boolean charactersAreBytes;
    private int cellsToKeep = ImportLimits.COLUMNS + 1;
    private List<String> cells = new ArrayList<>();
    private int cellCount;
    private long length;
    private boolean blank;
    private boolean blankInUtf8;
    private RawRow.@Nullable LongCell longCell;
    private long line;

    /** @param charactersAreBytes of a text whose encoding is not known yet */
    RawRowCollector(boolean charactersAreBytes) {
        this.charactersAreBytes = charactersAreBytes;
    }

    /** From the next record on, cells beyond this number are counted only. */
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
        blankInUtf8 = true;
        longCell = null;
    }

    @Override
    protected void handleField(int position, char[] buffer, int offset, int cellLength, boolean quoted) {
        cellCount++;
        length += cellLength;
        blank = blank && isBlank(buffer, offset, cellLength);
        blankInUtf8 = blankInUtf8
                && (charactersAreBytes
                        ? TextEncoding.isBlankInUtf8(CharBuffer.wrap(buffer, offset, cellLength))
                        : blank);
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
        Filling filling = blank ? Filling.BLANK : blankInUtf8 ? Filling.BLANK_IN_UTF_8 : Filling.TEXT;
        return new RawRow(line, cells, cellCount, length, filling, longCell);
    }
}

package io.modernize.cmdb.inventory.files.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a table as the parser sees it.
 *
 * @param line the line where the record begins
 * @param cellCount the number of its cells; {@code cells} has no more of them than were asked for
 * @param length the number of characters of all cells together
 * @param filling whether all its cells, kept or not, are blank
 */
record RawRow(
        long line,
        List<String> cells,
        int cellCount,
        long length,
        Filling filling,
        @Nullable LongCell longCell) {

    /** Whether a row holds more than white space. */
    enum Filling {
        BLANK,
        /** Its characters are bytes, and white space where they are bytes of UTF-8. */
        BLANK_IN_UTF_8,
        TEXT
    }

    /** The first cell that is longer than a cell may be; only its beginning was kept. */
    record LongCell(int position, String beginning, long length) {}
}

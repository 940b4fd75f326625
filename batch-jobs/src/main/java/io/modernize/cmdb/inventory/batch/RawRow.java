package io.modernize.cmdb.inventory.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a table as the parser sees it.
 *
 * @param line where the record begins
 * @param cellCount how many cells it has, of which {@code cells} keeps no more than were asked for
 * @param length characters of all cells together
 * @param blank whether none of them, kept or not, holds more than white space
 * @param blankInUtf8 likewise; tells more where the characters are bytes, and those of UTF-8
 */
record RawRow(
        long line,
        List<String> cells,
        int cellCount,
        long length,
        boolean blank,
        boolean blankInUtf8,
        @Nullable LongCell longCell) {

    /** The first cell that is longer than a cell may be; only its beginning was kept. */
    record LongCell(int position, String beginning, long length) {}
}

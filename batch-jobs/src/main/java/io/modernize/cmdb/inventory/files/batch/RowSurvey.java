package io.modernize.cmdb.inventory.files.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a file before its encoding is known, and keeps the first. A row may be blank in UTF-8 and hold text in
 * Windows-1252: what is white space of three bytes here is three letters there.
 */
final class RowSurvey {
    private @Nullable List<String> first;
    private @Nullable List<String> firstInUtf8;
    private long rows;
    private long rowsInUtf8;

    /**
     * Adds a row that is not blank in Windows-1252.
     *
     * @param cells whose characters are bytes
     */
    void add(List<String> cells, boolean blankInUtf8) {
        rows++;
        if (first == null) {
            first = cells;
        }
        if (!blankInUtf8) {
            rowsInUtf8++;
            if (firstInUtf8 == null) {
                firstInUtf8 = cells;
            }
        }
    }

    /** Whether the first row is known, whatever the encoding. */
    boolean hasFirst() {
        return firstInUtf8 != null;
    }

    /** Rows that are not blank, the header of a table included. */
    long rows(TextEncoding encoding) {
        return encoding.isUtf8() ? rowsInUtf8 : rows;
    }

    /** The cells of the first row that is not blank; null where there is none. */
    @Nullable
    List<String> first(TextEncoding encoding) {
        List<String> cells = encoding.isUtf8() ? firstInUtf8 : first;
        return cells == null ? null : cells.stream().map(encoding::decode).toList();
    }
}

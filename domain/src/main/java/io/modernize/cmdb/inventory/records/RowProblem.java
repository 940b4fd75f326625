package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.imports.ImportLimits;
import org.jspecify.annotations.Nullable;

/**
 * One problem of one row, fit for a report. Texts are bounded, and control characters are written as escapes.
 *
 * @param column the column by its name in the source; null if the row as a whole is wrong
 * @param value the wrong value, at most {@value #VALUE_CHARS} characters; null if a value would not help
 * @param reason what is wrong, and what would be right
 */
public record RowProblem(@Nullable String column, @Nullable String value, String reason) {
    /** The limit of a shown value. It is enough to find the place in the source, and is no copy of the cell. */
    public static final int VALUE_CHARS = 200;

    private static final int REASON_CHARS = 500;

    public RowProblem {
        column = column == null ? null : PrintableText.of(column, ImportLimits.COLUMN_NAME_CHARS);
        value = value == null ? null : PrintableText.of(value, VALUE_CHARS);
        reason = PrintableText.of(reason, REASON_CHARS);
    }

    /** A problem of the row as a whole. */
    public static RowProblem ofRow(String reason) {
        return new RowProblem(null, null, reason);
    }
}

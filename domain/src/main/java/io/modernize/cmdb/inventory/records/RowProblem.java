package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.imports.ImportLimits;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one row, fit for a report: texts are bounded and control characters written as escapes.
 *
 * @param column where, by the name in the source; null where the row as a whole is wrong
 * @param value what stands there, at most {@value #VALUE_CHARS} characters; null where that says nothing
 * @param reason what is wrong and what would be right
 */
public record RowProblem(@Nullable String column, @Nullable String value, String reason) {
    /** Enough to find the place in the source, and no copy of the cell. */
    public static final int VALUE_CHARS = 200;

    private static final int REASON_CHARS = 500;

    public RowProblem {
        column = column == null ? null : PrintableText.of(column, ImportLimits.COLUMN_NAME_CHARS);
        value = value == null ? null : PrintableText.of(value, VALUE_CHARS);
        reason = PrintableText.of(reason, REASON_CHARS);
    }

    /** Of the row as a whole. */
    public static RowProblem ofRow(String reason) {
        return new RowProblem(null, null, reason);
    }
}

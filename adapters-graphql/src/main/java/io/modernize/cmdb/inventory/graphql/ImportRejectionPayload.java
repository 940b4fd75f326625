package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code ImportRejection}. */
record ImportRejectionPayload(
        Long line, @Nullable String field, @Nullable String value, String reason, String remedy, boolean imported) {
    static ImportRejectionPayload from(RejectedCell cell) {
        return new ImportRejectionPayload(
                cell.line(),
                cell.column(),
                cell.value(),
                cell.reason(),
                cell.imported() ? shorten(cell) : correct(cell),
                cell.imported());
    }

    private static String shorten(RejectedCell cell) {
        return "Shorten " + (cell.column() == null ? "the texts" : cell.column()) + " in line " + cell.line()
                + " of the file, or in its source, if what is left out matters, and import it again.";
    }

    private static String correct(RejectedCell cell) {
        return (cell.column() == null
                        ? "Correct line " + cell.line()
                        : "Correct " + cell.column() + " in line " + cell.line())
                + " of the file, or its source, and import it again: rows that are stored already stay as they"
                + " are.";
    }
}

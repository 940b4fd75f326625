package io.modernize.cmdb.inventory.batch;

import io.modernize.cmdb.inventory.RowProblem;
import io.modernize.cmdb.inventory.SourceRecord;

/**
 * One data row of a file.
 *
 * @param row counted from 1, the header and blank rows left out
 * @param line physical line where the row begins, counted from 1
 */
record SourceRow(long row, long line, Content content) {

    sealed interface Content {}

    /** Decoded and whole, to be understood by the file's format. */
    record Intact(SourceRecord record) implements Content {}

    /** Cannot be handed to the format. */
    record Defective(RowProblem problem) implements Content {}
}

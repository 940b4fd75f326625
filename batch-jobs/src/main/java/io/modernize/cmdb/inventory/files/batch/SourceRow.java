package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.inventory.records.SourceRecord;

/**
 * One data row of a file.
 *
 * @param row counted from 1, the header and blank rows left out
 * @param line physical line where the row begins, counted from 1
 */
public record SourceRow(long row, long line, Content content) {

    public sealed interface Content {}

    /** Decoded and whole, to be understood by the file's format. */
    public record Intact(SourceRecord record) implements Content {}

    /** Cannot be handed to the format. */
    public record Defective(RowProblem problem) implements Content {}
}

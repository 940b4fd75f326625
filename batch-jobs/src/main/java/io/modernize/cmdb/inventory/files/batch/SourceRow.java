package io.modernize.cmdb.inventory.files.batch;

import io.modernize.cmdb.inventory.records.RowProblem;
import io.modernize.cmdb.inventory.records.SourceRecord;

/**
 * One data row of a file.
 *
 * @param row the number of the row, counted from 1 without the header and blank rows
 * @param line the physical line where the row begins, counted from 1
 * @param characters the number of characters of the row in the file, which bound those of its content
 */
public record SourceRow(long row, long line, long characters, Content content) {

    public sealed interface Content {}

    /** A row that is decoded and complete. The format of the file interprets it. */
    public record Intact(SourceRecord record) implements Content {}

    /** A row that cannot be given to the format. */
    public record Defective(RowProblem problem) implements Content {}
}

package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an open file in order. They are not counted yet. */
sealed interface RowSource extends AutoCloseable permits TableRows, JsonRows {

    /** A row: the line where it begins, the number of its characters, and its content. */
    record Row(long line, long characters, SourceRow.Content content) {}

    /** The next row; null after the last one. */
    @Nullable
    Row next() throws IOException;

    /** Skips the next row without decoding it. False after the last one. */
    boolean skip() throws IOException;

    @Override
    void close() throws IOException;
}

package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an open file in order, not yet counted. */
sealed interface RowSource extends AutoCloseable permits TableRows, JsonRows {

    /** Where a row begins, and what it holds. */
    record Row(long line, SourceRow.Content content) {}

    /** The next row; null behind the last. */
    @Nullable
    Row next() throws IOException;

    /** Passes over the next row without decoding it; false behind the last. */
    boolean skip() throws IOException;

    @Override
    void close() throws IOException;
}

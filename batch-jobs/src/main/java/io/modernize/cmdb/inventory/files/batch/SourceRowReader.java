package io.modernize.cmdb.inventory.files.batch;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of an inspected file in order. It holds one row at a time, whatever the length of the file. It is not
 * safe for use by several threads.
 */
public final class SourceRowReader implements AutoCloseable {
    private final RowSource source;
    private long row;

    private SourceRowReader(RowSource source) {
        this.source = source;
    }

    /** Opens a file before its first data row. */
    public static SourceRowReader open(SourceFile file) throws IOException {
        return open(file, 0);
    }

    /**
     * Opens a file after its first data rows, to continue where an earlier reader has stopped. The next row has the
     * number {@code rowsToSkip + 1}. Skipping reads the file up to there.
     *
     * @throws IOException if the file cannot be read, or has another size than when it was inspected
     */
    public static SourceRowReader open(SourceFile file, long rowsToSkip) throws IOException {
        long size = file.source().size();
        if (size != file.sizeBytes()) {
            throw new IOException(
                    "the file has changed since it was inspected: %d bytes, then %d".formatted(size, file.sizeBytes()));
        }
        SourceRowReader reader = new SourceRowReader(
                switch (file.shape()) {
                    case SourceFile.Table table -> TableRows.open(file, table);
                    case SourceFile.JsonLines jsonLines -> JsonRows.open(file);
                });
        try {
            reader.skip(rowsToSkip);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    private void skip(long rows) throws IOException {
        while (row < rows && source.skip()) {
            row++;
        }
    }

    /** The next row, intact or defective; null after the last one. */
    @Nullable
    public SourceRow next() throws IOException {
        RowSource.Row next = source.next();
        if (next == null) {
            return null;
        }
        row++;
        return new SourceRow(row, next.line(), next.characters(), next.content());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.ImportRow;
import io.modernize.cmdb.inventory.files.batch.SourceRow;
import io.modernize.cmdb.inventory.files.batch.SourceRowReader;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads and interprets the rows that are not imported yet, in portions that are stored together. The import's own log
 * tells where to begin. It is written in the transaction of the rows, so Batch's execution context is not needed.
 *
 * <p>A portion ends after a number of rows, or after a number of characters if the rows are long. It is therefore read
 * as one item: the chunks of Batch know only a number.
 */
class ImportRowReader implements ItemStreamReader<List<ImportRow>> {
    /**
     * The characters of rows after which a portion ends. It has at most these and one more row. Each character takes two
     * bytes here and up to ten in the statements that store it. Five hundred rows of a common file have fewer.
     */
    static final long PORTION_CHARACTERS = 2L << 20;

    private final ImportRun run;
    private final AssetImportLog log;
    private final int portionRows;
    private @Nullable SourceRowReader rows;

    /** @param portionRows the greatest number of rows of a portion, at least 1 */
    ImportRowReader(ImportRun run, AssetImportLog log, int portionRows) {
        this.run = run;
        this.log = log;
        this.portionRows = portionRows;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        long nextRow = log.get(run.scope(), run.assetImport().id()).nextRow();
        try {
            rows = SourceRowReader.open(run.file(), nextRow);
        } catch (IOException e) {
            throw new ItemStreamException(
                    "cannot open the file of import " + run.assetImport().id(), e);
        }
    }

    /** The next portion of rows; null after the last one. */
    @Override
    public @Nullable List<ImportRow> read() throws IOException {
        if (rows == null) {
            throw new IllegalStateException("the reader is not open");
        }
        List<ImportRow> portion = new ArrayList<>();
        long characters = 0;
        while (portion.size() < portionRows && characters < PORTION_CHARACTERS) {
            SourceRow row = rows.next();
            if (row == null) {
                break;
            }
            characters += row.characters();
            portion.add(new ImportRow(row.row() - 1, row.line(), mapping(row.content())));
        }
        return portion.isEmpty() ? null : portion;
    }

    private RowMapping mapping(SourceRow.Content content) {
        return switch (content) {
            case SourceRow.Intact(var sourceRecord) -> run.file().format().map(sourceRecord);
            case SourceRow.Defective(var problem) -> new RejectedRow(null, List.of(problem));
        };
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw new ItemStreamException(
                    "cannot close the file of import " + run.assetImport().id(), e);
        }
    }
}

package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.ImportRow;
import io.modernize.cmdb.inventory.files.batch.SourceRow;
import io.modernize.cmdb.inventory.files.batch.SourceRowReader;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads and interprets the rows that are not imported yet. The import's own log tells where to begin. It is written in
 * the transaction of the rows, so Batch's execution context is not needed.
 */
class ImportRowReader implements ItemStreamReader<ImportRow> {
    private final ImportRun run;
    private final AssetImportLog log;
    private @Nullable SourceRowReader rows;

    ImportRowReader(ImportRun run, AssetImportLog log) {
        this.run = run;
        this.log = log;
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

    @Override
    public @Nullable ImportRow read() throws IOException {
        if (rows == null) {
            throw new IllegalStateException("the reader is not open");
        }
        SourceRow row = rows.next();
        return row == null ? null : new ImportRow(row.row() - 1, row.line(), mapping(row.content()));
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

package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.ImportRow;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.jobs.JobCounts;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Stores a portion of rows in the transaction of the step. */
class ImportRowWriter implements ItemWriter<List<ImportRow>> {
    private final ImportRun run;
    private final StoreImportRows storeImportRows;

    /** The counts, including those of earlier, interrupted attempts. */
    private ImportCounts counts;

    ImportRowWriter(ImportRun run, StoreImportRows storeImportRows) {
        this.run = run;
        this.storeImportRows = storeImportRows;
        this.counts = run.assetImport().counts();
    }

    @Override
    public void write(Chunk<? extends List<ImportRow>> portions) {
        portions.forEach(this::store);
    }

    private void store(List<ImportRow> rows) {
        counts = counts.plus(storeImportRows.store(
                run.scope(), run.assetImport(), run.file().format().sourceSystem(), rows));
        run.progress()
                .report(new JobCounts(
                        rows.getLast().index() + 1,
                        counts.created() + counts.updated(),
                        counts.unchanged(),
                        counts.rejected(),
                        run.file().dataRows()));
    }
}

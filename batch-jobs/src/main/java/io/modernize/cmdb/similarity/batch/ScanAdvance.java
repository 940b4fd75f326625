package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Takes the scan one page further. */
class ScanAdvance implements ItemWriter<DuplicateScan> {
    private final DuplicateRun run;
    private final FindDuplicates findDuplicates;

    ScanAdvance(DuplicateRun run, FindDuplicates findDuplicates) {
        this.run = run;
        this.findDuplicates = findDuplicates;
    }

    @Override
    public void write(Chunk<? extends DuplicateScan> chunk) {
        for (DuplicateScan scan : chunk) {
            DuplicateScan further = findDuplicates.advance(run.scope(), scan);
            run.scan().set(further);
            run.progress().report(further.compared(), Math.max(further.total(), further.compared()));
        }
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Takes the scan one page further. */
class ScanAdvance implements ItemWriter<DuplicateScan> {
    private final DuplicateRun run;
    private final FindDuplicates findDuplicates;
    private final AttemptResults results;

    ScanAdvance(DuplicateRun run, FindDuplicates findDuplicates, AttemptResults results) {
        this.run = run;
        this.findDuplicates = findDuplicates;
        this.results = results;
    }

    @Override
    public void write(Chunk<? extends DuplicateScan> chunk) {
        for (DuplicateScan scan : chunk) {
            DuplicateScan further = findDuplicates.advance(run.scope(), scan);
            results.put(DuplicateScan.class, further);
            run.progress().report(further.compared(), Math.max(further.total(), further.compared()));
        }
    }
}

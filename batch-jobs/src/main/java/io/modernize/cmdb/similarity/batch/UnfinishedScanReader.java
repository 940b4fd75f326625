package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads the progress of the scan until it is finished. */
class UnfinishedScanReader implements ItemReader<DuplicateScan> {
    private final DuplicateRun run;
    private final AttemptResults results;

    UnfinishedScanReader(DuplicateRun run, AttemptResults results) {
        this.run = run;
        this.results = results;
    }

    @Override
    public @Nullable DuplicateScan read() {
        DuplicateScan scan = run.reached(results);
        return scan.phase() == Phase.FINISHED ? null : scan;
    }
}

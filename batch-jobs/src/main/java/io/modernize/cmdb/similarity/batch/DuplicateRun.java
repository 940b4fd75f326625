package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * The state of one running search for duplicates.
 *
 * @param scan the scan with its present progress
 */
record DuplicateRun(TenantScope scope, DuplicateScan begun, JobProgress progress) {
    DuplicateScan reached(AttemptResults results) {
        return results.find(DuplicateScan.class).orElse(begun);
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * One running search for duplicates.
 *
 * @param begun the scan as it was when the run began
 */
record DuplicateRun(TenantScope scope, DuplicateScan begun, JobProgress progress) {
    DuplicateScan reached(AttemptResults results) {
        return results.find(DuplicateScan.class).orElse(begun);
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * What one running search for duplicates works on.
 *
 * @param begun the scan as it was found; how far it has come since is the attempt's result
 */
record DuplicateRun(TenantScope scope, DuplicateScan begun, JobProgress progress) {
    DuplicateScan reached(AttemptResults results) {
        return results.find(DuplicateScan.class).orElse(begun);
    }
}

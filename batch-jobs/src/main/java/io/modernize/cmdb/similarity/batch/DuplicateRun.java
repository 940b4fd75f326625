package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state of one running search for duplicates.
 *
 * @param scan the scan with its present progress
 */
record DuplicateRun(TenantScope scope, AtomicReference<DuplicateScan> scan, JobProgress progress) {}

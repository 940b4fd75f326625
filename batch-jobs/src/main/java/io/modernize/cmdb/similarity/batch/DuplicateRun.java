package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What one running search for duplicates works on.
 *
 * @param scan as far as it has come
 */
record DuplicateRun(TenantScope scope, AtomicReference<DuplicateScan> scan, JobProgress progress) {}

package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.RememberedDocuments;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;

/**
 * The state of one running embedding job.
 *
 * @param due the number of assets that were due when it began
 */
record EmbeddingRun(
        TenantScope scope,
        EmbeddingSpace space,
        long due,
        RunTally tally,
        Pauses pauses,
        RememberedDocuments documents,
        JobProgress progress) {}

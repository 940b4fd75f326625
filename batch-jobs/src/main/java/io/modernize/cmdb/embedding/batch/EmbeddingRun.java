package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.OptionalDouble;

/**
 * The state of one running embedding job.
 *
 * @param due the number of assets that were due when it began
 */
record EmbeddingRun(
        TenantScope scope,
        EmbeddingSpace space,
        RunTally begun,
        OptionalDouble pricePerMillionTokens,
        Pauses pauses,
        JobProgress progress) {
    RunTally reached(AttemptResults results) {
        return results.find(RunTally.class).orElse(begun);
    }
}

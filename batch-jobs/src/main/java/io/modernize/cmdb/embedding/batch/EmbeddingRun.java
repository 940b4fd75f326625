package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.OptionalDouble;

/**
 * One running embedding job of one space.
 *
 * @param begun the tally as it was when the job began
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

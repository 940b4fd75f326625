package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptResults;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.OptionalDouble;

/**
 * What one running embedding job works on.
 *
 * @param begun the tally as it began; what it has stored since is the attempt's result
 * @param pricePerMillionTokens of the space's model; empty where it is not known or there is none
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

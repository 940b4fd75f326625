package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.jobs.JobCounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Counts what a run has stored, and tells whether it may continue. The job's thread writes it, and the thread that
 * started the job reads it.
 */
final class RunTally {
    private final OptionalLong budget;
    private final Map<String, Long> refusals = new LinkedHashMap<>();
    private long embedded;
    private long refused;
    private long tokensToday;

    /**
     * @param budget the tokens per day of the client account; empty for no limit
     * @param tokensToday the tokens that are spent already
     */
    RunTally(OptionalLong budget, long tokensToday) {
        this.budget = budget;
        this.tokensToday = tokensToday;
    }

    /** @param newTokensToday the tokens of all runs, including these assets */
    synchronized void stored(EmbeddedAssets assets, long newTokensToday) {
        embedded += assets.embeddings().size();
        refused += assets.refusals().size();
        for (AssetRefusal refusal : assets.refusals()) {
            if (refusals.containsKey(refusal.reason()) || refusals.size() < RefusedAssets.MOST_REASONS) {
                refusals.merge(refusal.reason(), 1L, Long::sum);
            }
        }
        tokensToday = newTokensToday;
    }

    synchronized long embedded() {
        return embedded;
    }

    /** @param due the number of assets that were due when the run began */
    synchronized JobCounts counts(long due) {
        long settled = embedded + refused;
        return new JobCounts(settled, embedded, 0, refused, Math.max(due, settled));
    }

    synchronized RefusedAssets refused() {
        return new RefusedAssets(refused, refusals);
    }

    synchronized boolean isBudgetSpent() {
        return budget.isPresent() && tokensToday >= budget.getAsLong();
    }

    synchronized long tokensToday() {
        return tokensToday;
    }

    OptionalLong budget() {
        return budget;
    }
}

package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbeddedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobEnd;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run has stored, and whether it may go on.
 *
 * @param due assets that were due when the run began
 * @param budget tokens a day of the client account; empty for no bound
 * @param tokensToday that are spent, by all runs
 */
record RunTally(long due, OptionalLong budget, long tokensToday, long embedded, RefusedAssets refused) {
    /** The tally of a run that begins. */
    static RunTally begin(long due, OptionalLong budget, long tokensToday) {
        return new RunTally(due, budget, tokensToday, 0, RefusedAssets.NONE);
    }

    /**
     * Together with assets that were stored.
     *
     * @param newTokensToday of all runs, these assets included
     */
    RunTally with(EmbeddedAssets assets, long newTokensToday) {
        Map<String, Long> reasons = new LinkedHashMap<>(refused.byReason());
        for (AssetRefusal refusal : assets.refusals()) {
            if (reasons.containsKey(refusal.reason()) || reasons.size() < RefusedAssets.MOST_REASONS) {
                reasons.merge(refusal.reason(), 1L, Long::sum);
            }
        }
        return new RunTally(
                due,
                budget,
                newTokensToday,
                embedded + assets.embeddings().size(),
                new RefusedAssets(refused.count() + assets.refusals().size(), reasons));
    }

    JobCounts counts() {
        long settled = embedded + refused.count();
        return new JobCounts(settled, embedded, 0, refused.count(), Math.max(due, settled));
    }

    /** The outcome of the run if nothing keeps the next one from continuing. */
    EmbeddingOutcome outcome(JobEnd end) {
        return new EmbeddingOutcome(end, embedded, refused);
    }

    boolean isBudgetSpent() {
        return budget.isPresent() && tokensToday >= budget.getAsLong();
    }
}

package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.HashMap;
import java.util.Map;

/** Embeds what is new or stale. */
public interface EmbeddingJobs {
    /**
     * Embeds the engagement's due assets in each space that its client account maintains, the active one first, and
     * returns when none is left. What is embedded is stored
     * batch by batch, so that an interrupted run loses only the batches under way and the next run goes on from there.
     * While the model is out of reach for a passing reason the run waits for it, within bounds; a document that the model
     * refuses is recorded and left alone until it changes.
     *
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    EmbeddingOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress);

    /**
     * What came of a run. Counts are of assets and of this run; refusals of earlier runs are not counted again.
     */
    sealed interface EmbeddingOutcome {
        /** Nothing is due any more but what was refused. */
        record Completed(long embedded, RefusedAssets refused) implements EmbeddingOutcome {
            public Completed(long embedded) {
                this(embedded, RefusedAssets.NONE);
            }

            /** Both: this in one space, the other in the next. */
            public EmbeddingOutcome and(EmbeddingOutcome next) {
                return switch (next) {
                    case Completed(long more, RefusedAssets others) ->
                        new Completed(embedded + more, refused.and(others));
                    case EngagementBusy busy -> busy;
                    case Interrupted(long more, RefusedAssets others, String reason) ->
                        new Interrupted(embedded + more, refused.and(others), reason);
                    case OperatorNeeded(long more, RefusedAssets others, String reason) ->
                        new OperatorNeeded(embedded + more, refused.and(others), reason);
                    case BudgetSpent(long more, RefusedAssets others, long tokens, long budget) ->
                        new BudgetSpent(embedded + more, refused.and(others), tokens, budget);
                };
            }
        }

        /** Another process embeds this engagement right now. */
        record EngagementBusy() implements EmbeddingOutcome {}

        /**
         * Stopped half-way; a next run goes on.
         *
         * @param reason fit for people, without texts of assets
         */
        record Interrupted(long embedded, RefusedAssets refused, String reason) implements EmbeddingOutcome {
            public Interrupted(long embedded, String reason) {
                this(embedded, RefusedAssets.NONE, reason);
            }
        }

        /**
         * Stopped, and no run gets further until an operator has mended key, account or settings.
         *
         * @param reason fit for people, without texts of assets
         */
        record OperatorNeeded(long embedded, RefusedAssets refused, String reason) implements EmbeddingOutcome {}

        /**
         * Stopped, as the client account has had its tokens for today; tomorrow's run goes on.
         *
         * @param tokens charged today, by all runs; what was under way when they were spent included
         * @param budget tokens a day
         */
        record BudgetSpent(long embedded, RefusedAssets refused, long tokens, long budget)
                implements EmbeddingOutcome {}
    }

    /**
     * Assets that the model refused.
     *
     * @param byReason how many for each of the first {@value #MOST_REASONS} reasons
     */
    record RefusedAssets(long count, Map<String, Long> byReason) {
        public static final RefusedAssets NONE = new RefusedAssets(0, Map.of());

        /** Providers name few. */
        public static final int MOST_REASONS = 10;

        public RefusedAssets {
            byReason = Map.copyOf(byReason);
        }

        private RefusedAssets and(RefusedAssets more) {
            Map<String, Long> reasons = new HashMap<>(byReason);
            more.byReason.forEach((reason, number) -> {
                if (reasons.containsKey(reason) || reasons.size() < MOST_REASONS) {
                    reasons.merge(reason, number, Long::sum);
                }
            });
            return new RefusedAssets(count + more.count, reasons);
        }
    }
}

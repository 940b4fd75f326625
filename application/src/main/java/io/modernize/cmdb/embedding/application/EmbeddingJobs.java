package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.HashMap;
import java.util.Map;

/** Embeds assets that are new or stale. */
public interface EmbeddingJobs {
    /**
     * Embeds the due assets of the engagement in each space that its client account maintains, the active space first.
     * Returns when no asset is due. Each batch is stored when it is embedded, so an interrupted run loses only the
     * batches that were running, and the next run continues. If the model is out of reach for a passing reason, the run
     * waits for it, within bounds. A document that the model refuses is recorded, and is not tried again until it
     * changes.
     *
     * @throws IllegalArgumentException if the scope does not cover the engagement
     */
    EmbeddingOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress);

    /** The outcome of a run. Counts are of assets and of this run. Refusals of earlier runs are not counted again. */
    sealed interface EmbeddingOutcome {
        /** No asset is due any more, except the refused ones. */
        record Completed(long embedded, RefusedAssets refused) implements EmbeddingOutcome {
            public Completed(long embedded) {
                this(embedded, RefusedAssets.NONE);
            }

            /** The outcome of this space and the next one together. */
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

        /** Another process is embedding this engagement. */
        record EngagementBusy() implements EmbeddingOutcome {}

        /**
         * The run stopped half-way. The next run continues.
         *
         * @param reason fit for people, without texts of assets
         */
        record Interrupted(long embedded, RefusedAssets refused, String reason) implements EmbeddingOutcome {
            public Interrupted(long embedded, String reason) {
                this(embedded, RefusedAssets.NONE, reason);
            }
        }

        /**
         * The run stopped. No run can continue until an operator has corrected the key, the account or the settings.
         *
         * @param reason fit for people, without texts of assets
         */
        record OperatorNeeded(long embedded, RefusedAssets refused, String reason) implements EmbeddingOutcome {}

        /**
         * The run stopped, because the client account has used its tokens of the day. A run of the next day continues.
         *
         * @param tokens the tokens charged today by all runs, including calls that were running when the budget was
         *     spent
         * @param budget the tokens per day
         */
        record BudgetSpent(long embedded, RefusedAssets refused, long tokens, long budget)
                implements EmbeddingOutcome {}
    }

    /**
     * The assets that the model refused.
     *
     * @param byReason the number of assets for each of the first {@value #MOST_REASONS} reasons
     */
    record RefusedAssets(long count, Map<String, Long> byReason) {
        public static final RefusedAssets NONE = new RefusedAssets(0, Map.of());

        /** The greatest number of reasons. Providers have few. */
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

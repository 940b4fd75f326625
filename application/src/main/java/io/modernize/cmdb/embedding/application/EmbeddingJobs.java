package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork.JobReport;
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

    /**
     * What came of a run. Counts are of assets and of this run; refusals of earlier runs are not counted again.
     *
     * @param end completed where nothing is due any more but what was refused
     * @param obstacle what keeps the next run from going on at once
     */
    record EmbeddingOutcome(JobEnd end, long embedded, RefusedAssets refused, Obstacle obstacle) {
        public EmbeddingOutcome(JobEnd end, long embedded, RefusedAssets refused) {
            this(end, embedded, refused, new Obstacle.None());
        }

        public static EmbeddingOutcome completed(long embedded) {
            return new EmbeddingOutcome(new JobEnd.Completed(), embedded, RefusedAssets.NONE);
        }

        /** Another process embeds this engagement right now. */
        public static EmbeddingOutcome busy() {
            return new EmbeddingOutcome(new JobEnd.Busy(), 0, RefusedAssets.NONE);
        }

        /** Asked to stop before anything was embedded. */
        public static EmbeddingOutcome stopped() {
            return new EmbeddingOutcome(new JobEnd.Stopped(), 0, RefusedAssets.NONE);
        }

        /** The client account has had its tokens for today. */
        public static EmbeddingOutcome budgetSpent(long embedded, RefusedAssets refused, long tokens, long budget) {
            return new EmbeddingOutcome(
                    new JobEnd.Failed("the client account has used " + tokens + " of " + budget + " tokens today"),
                    embedded,
                    refused,
                    new Obstacle.BudgetSpent(tokens, budget));
        }

        public boolean isCompleted() {
            return end instanceof JobEnd.Completed;
        }

        /** Both: this, which completed, and the one that followed it. */
        public EmbeddingOutcome and(EmbeddingOutcome next) {
            return new EmbeddingOutcome(next.end, embedded + next.embedded, refused.and(next.refused), next.obstacle);
        }

        /** The message of a job about the obstacle. */
        public JobReport report() {
            return new JobReport(
                    end,
                    switch (end) {
                        case JobEnd.Completed() -> counts();
                        case JobEnd.Busy() -> "The engagement's assets are being embedded already; this job follows.";
                        case JobEnd.Unfinished unfinished ->
                            counts() + "; "
                                    + switch (obstacle) {
                                        case Obstacle.None() -> unfinished.reason();
                                        case Obstacle.OperatorNeeded() ->
                                            unfinished.reason()
                                                    + ". It gets no further until the operator has mended key, account"
                                                    + " or settings.";
                                        case Obstacle.BudgetSpent(long tokens, long budget) ->
                                            tokens + " of " + budget
                                                    + " tokens of today are used. Restart the job tomorrow (UTC).";
                                    };
                    });
        }

        private String counts() {
            return embedded + " assets embedded"
                    + (refused.count() == 0 ? "" : ", " + refused.count() + " refused by the model");
        }
    }

    /** An obstacle that keeps runs from getting further. */
    sealed interface Obstacle {
        record None() implements Obstacle {}

        /** No run gets further until an operator has mended key, account or settings. */
        record OperatorNeeded() implements Obstacle {}

        /**
         * The client account has had its tokens for today; tomorrow's run goes on.
         *
         * @param tokens the tokens charged today by all runs, including calls that were running when the budget was
         *     spent
         * @param budget the tokens per day
         */
        record BudgetSpent(long tokens, long budget) implements Obstacle {}
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

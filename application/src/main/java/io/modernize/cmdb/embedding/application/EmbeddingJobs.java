package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.inventory.application.JobProgress;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** Embeds what is new or stale. */
public interface EmbeddingJobs {
    /**
     * Embeds the engagement's due assets in the active space and returns when none is left. What is embedded is stored
     * batch by batch, so that an interrupted run loses at most one batch and the next run goes on from there.
     *
     * @throws IllegalArgumentException where the scope does not cover the engagement
     */
    EmbeddingOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress);

    /** What came of a run. */
    sealed interface EmbeddingOutcome {
        /** @param embedded assets embedded by this run */
        record Completed(long embedded) implements EmbeddingOutcome {}

        /** Another process embeds this engagement right now. */
        record EngagementBusy() implements EmbeddingOutcome {}

        /**
         * Stopped half-way; a next run goes on.
         *
         * @param embedded assets embedded by this run
         * @param reason fit for people, without texts of assets
         */
        record Interrupted(long embedded, String reason) implements EmbeddingOutcome {}
    }
}

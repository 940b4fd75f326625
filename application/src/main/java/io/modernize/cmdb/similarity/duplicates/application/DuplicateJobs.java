package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;

/** Looks for assets that were recorded twice. */
public interface DuplicateJobs {
    /**
     * Looks through the engagement and returns when its groups are found. Each page is stored when it is done, so an
     * interrupted run loses at most one page, and the next run continues. The groups of the previous run stay until
     * then.
     *
     * @throws IllegalArgumentException if the scope does not cover the engagement
     */
    DuplicatesOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress);

    /** The outcome of a run. */
    sealed interface DuplicatesOutcome {
        /**
         * @param assets the number of compared assets, including earlier, interrupted runs
         * @param groups the number of groups that were found, including dismissed ones
         */
        record Completed(long assets, int groups) implements DuplicatesOutcome {}

        /** Another process is looking through this engagement. */
        record EngagementBusy() implements DuplicatesOutcome {}

        /**
         * The run stopped half-way. The next run continues.
         *
         * @param assets the number of compared assets, including earlier, interrupted runs
         * @param reason fit for people, without texts of assets
         */
        record Interrupted(long assets, String reason) implements DuplicatesOutcome {}
    }
}

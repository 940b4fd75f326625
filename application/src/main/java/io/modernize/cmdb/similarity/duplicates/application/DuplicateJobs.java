package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.jobs.JobEnd;
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

    /**
     * What came of a run.
     *
     * @param assets that were compared, counting those of earlier, interrupted runs
     * @param groups that were found, dismissed ones among them
     */
    record DuplicatesOutcome(JobEnd end, long assets, int groups) {}
}

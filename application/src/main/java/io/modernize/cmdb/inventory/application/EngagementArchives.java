package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.jobs.application.JobProgress;

/** Where exports are written to. */
public interface EngagementArchives {
    /**
     * Writes what the request names into its directory; reads page by page, in bounded memory. What an export that was cut
     * off has left there is replaced. While others import, the archive holds some of their rows and not others.
     */
    ExportOutcome write(ExportRequest request, JobProgress progress);
}

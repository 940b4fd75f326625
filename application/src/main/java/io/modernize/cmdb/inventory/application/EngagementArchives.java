package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.jobs.application.JobProgress;

/** Writes exports of engagements. */
public interface EngagementArchives {
    /**
     * Writes the requested engagements into the directory of the request. It reads page by page, in bounded memory.
     * Files of an interrupted export are replaced. If others import meanwhile, the archive may have some of their rows
     * and not others.
     */
    ExportOutcome write(ExportRequest request, JobProgress progress);
}

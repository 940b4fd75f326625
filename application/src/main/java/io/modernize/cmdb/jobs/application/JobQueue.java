package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.List;

/** What waits for a process, over all client accounts: identifiers and nothing else. */
public interface JobQueue {
    /**
     * Runs that are queued, and those that are said to run: whether they do is for the lock to tell. Those that have
     * waited longest come first.
     */
    List<WaitingRun> waiting(int limit);

    /** A run that may need a process. */
    record WaitingRun(ClientAccountId clientAccountId, JobRunId id) {}
}

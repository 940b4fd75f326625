package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.List;

/** The runs that wait for a process, over all client accounts. It shows identifiers and nothing else. */
public interface JobQueue {
    /**
     * The runs that are queued, and the runs that are recorded as running. Only the lock tells whether they do run. The
     * run that has waited longest comes first.
     */
    List<WaitingRun> waiting(int limit);

    /** A run that may need a process. */
    record WaitingRun(ClientAccountId clientAccountId, JobRunId id) {}
}

package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.List;
import java.util.Set;

/**
 * The runs that wait for a process, over all client accounts. It shows identifiers and sizes, and nothing else.
 *
 * <p>Client accounts take turns, so that the length of one's queue makes no difference to the others. The k-th waiting
 * run of a client account of which r runs are under way has place r + k, counted for small and large runs apart. Runs
 * come in the order of their places. Among equals, the client account comes first whose last run began longest ago.
 */
public interface JobQueue {
    /**
     * The runs that are queued, and the runs that are recorded as running. Only the lock tells whether they do run.
     *
     * @param vacancies the runs that the process can take
     * @param limit most queued runs; the number of running ones is not limited
     */
    List<WaitingRun> waiting(Vacancies vacancies, int limit);

    /** Whether a large run of another client account is queued. */
    boolean isLargeQueuedBeside(ClientAccountId clientAccountId);

    /** A run that may need a process. */
    record WaitingRun(ClientAccountId clientAccountId, JobRunId id, JobSize size) {}

    /**
     * What a process has workers for.
     *
     * @param forLarge whether it can take large runs, too
     * @param served the client accounts of which it cannot take more
     */
    record Vacancies(boolean forLarge, Set<ClientAccountId> served) {
        /** Workers for each run. */
        public static final Vacancies FOR_ALL = new Vacancies(true, Set.of());

        public Vacancies {
            served = Set.copyOf(served);
        }
    }
}

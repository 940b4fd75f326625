package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.Page;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of a client account's jobs. A scope of some engagements shows those about one of them only. */
public interface JobRuns {
    /**
     * Queues a run, unless one of the same kind and engagement is queued or running.
     *
     * @param engagementId null for the client account as a whole, which the scope must cover
     * @return the run, or empty where there is one already
     */
    Optional<JobRun> enqueue(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            Map<String, String> arguments,
            String requestedBy);

    Optional<JobRun> find(TenantScope scope, JobRunId id);

    /**
     * Newest first.
     *
     * @param before only runs older than this one; null to begin
     * @param limit most runs of the page
     */
    Page<JobRun> list(
            TenantScope scope, Set<JobKind> kinds, Set<JobStatus> statuses, @Nullable JobRunId before, int limit);

    /** A process begins an attempt. Empty where the run is over or unknown. */
    Optional<JobRun> begin(TenantScope scope, JobRunId id);

    /** Notes progress, and answers whether the run is to stop. */
    boolean advance(TenantScope scope, JobRunId id, JobCounts counts, @Nullable String message);

    /** Notes that the attempt has ended, which lets a queued run wait until another process takes it. */
    void end(TenantScope scope, JobRunId id, JobStatus status, @Nullable String message);

    /** Asks a run that is not over to stop; one that only waits is over at once. False where it is over or unknown. */
    boolean requestStop(TenantScope scope, JobRunId id);

    /** Forgets runs that were over before; the answer is how many. */
    int forgetBefore(TenantScope scope, Instant limit);

    /** Queues a run again that was stopped or has failed. False for any other, and where its like is under way. */
    boolean requeue(TenantScope scope, JobRunId id);
}

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of a client account's jobs. A scope of some engagements shows only the runs that work on one of them. */
public interface JobRuns {
    /**
     * Queues a run, unless a run of the same kind and engagement is queued or running.
     *
     * @param engagementId null for the whole client account, which the scope must cover
     * @return the run; empty if there is one already
     */
    Optional<JobRun> enqueue(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            Map<String, String> arguments,
            String requestedBy);

    Optional<JobRun> find(TenantScope scope, JobRunId id);

    /** Those of the runs that the scope has, in any order. */
    List<JobRun> findAll(TenantScope scope, Collection<JobRunId> ids);

    /**
     * The runs of these kinds and statuses, newest first.
     *
     * @param before only runs older than this one; null to begin
     * @param limit most runs of the page
     */
    Page<JobRun> list(
            TenantScope scope, Set<JobKind> kinds, Set<JobStatus> statuses, @Nullable JobRunId before, int limit);

    /** Begins an attempt of a process. Empty if the run is over or unknown. */
    Optional<JobRun> begin(TenantScope scope, JobRunId id);

    /** Records progress, and returns whether the run should stop. */
    boolean advance(TenantScope scope, JobRunId id, JobCounts counts, @Nullable String message);

    /** Records that the attempt has ended. A run that is queued again waits until another process takes it. */
    void end(TenantScope scope, JobRunId id, JobStatus status, @Nullable String message);

    /**
     * Asks a run that is not over to stop. A run that only waits is over at once. False if the run is over or unknown.
     */
    boolean requestStop(TenantScope scope, JobRunId id);

    /** Deletes runs that ended before the limit, and returns their number. */
    int forgetBefore(TenantScope scope, Instant limit);

    /**
     * Queues a run that was stopped or has failed. False for any other run, and if a run of the same kind and
     * engagement is queued or running.
     */
    boolean requeue(TenantScope scope, JobRunId id);
}

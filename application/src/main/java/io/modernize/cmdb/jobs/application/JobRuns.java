package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobCounts;
import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
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
            JobSize size,
            Map<String, String> arguments,
            String requestedBy);

    /** The number of queued runs of the client account, whatever engagements the scope has. */
    int queued(TenantScope scope);

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

    /**
     * Records progress, and returns whether the attempt should stop. It should if somebody has asked for it, and if
     * another process has taken the run over.
     *
     * @param attempt as {@link #begin} has returned it
     */
    boolean advance(JobRun attempt, JobCounts counts, @Nullable String message);

    /**
     * Records that the attempt has ended. A run that is queued again waits until another process takes it. If another
     * process has taken the run over, nothing is recorded, except that this process was not ended by the run.
     */
    void end(JobRun attempt, JobStatus status, @Nullable String message);

    /** As {@link #end}: the attempt made way for other runs. The run is queued again, as a large one. */
    void makeWay(JobRun attempt, String message);

    /**
     * As {@link #end}: something was away that the attempt needed. The run is queued again after a pause that grows
     * with each such attempt in a row. After too many of them, the run has failed.
     */
    void setBack(JobRun attempt, String message);

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

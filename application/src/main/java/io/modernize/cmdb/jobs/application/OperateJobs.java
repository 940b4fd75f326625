package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for jobs, for their end, and for their going on. What runs them is told by {@link JobSignal}. */
public final class OperateJobs {
    /** What was in the way may have ended before it could be looked at. */
    private static final int MOST_ATTEMPTS = 5;

    /** Of one kind in one client account: one for each engagement, and one for the whole. */
    private static final int MOST_UNDER_WAY = 1_000;

    private final JobRuns runs;
    private final JobSignal signal;

    public OperateJobs(JobRuns runs, JobSignal signal) {
        this.runs = runs;
        this.signal = signal;
    }

    /** Queues a run. */
    public StartOutcome start(JobCommand command) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<JobRun> run = runs.enqueue(
                    command.scope(),
                    command.engagementId(),
                    command.kind(),
                    command.arguments(),
                    command.requestedBy());
            if (run.isPresent()) {
                signal.jobIsWaiting();
                return new StartOutcome.Started(run.get());
            }
            Optional<JobRun> inTheWay = underWay(command);
            if (inTheWay.isPresent()) {
                return new StartOutcome.UnderWay(inTheWay.get());
            }
        }
        throw new IllegalStateException("jobs of the kind " + command.kind() + " begin and end too fast to tell which");
    }

    /** Empty where it has ended since. */
    private Optional<JobRun> underWay(JobCommand command) {
        TenantScope scope = command.engagementId() == null
                ? command.scope()
                : command.scope().narrowedTo(command.engagementId()).orElseThrow();
        return runs
                .list(scope, Set.of(command.kind()), Set.of(JobStatus.QUEUED, JobStatus.RUNNING), null, MOST_UNDER_WAY)
                .entries()
                .stream()
                .filter(other -> Objects.equals(other.engagementId(), command.engagementId()))
                .findFirst();
    }

    /** Asks a run to finish what it has begun, and to end then. */
    public ChangeOutcome stop(TenantScope scope, JobRunId id) {
        return changed(scope, id, runs.requestStop(scope, id));
    }

    /** Lets a run go on that was stopped or has failed. */
    public ChangeOutcome restart(TenantScope scope, JobRunId id) {
        boolean queued = runs.requeue(scope, id);
        if (queued) {
            signal.jobIsWaiting();
        }
        return changed(scope, id, queued);
    }

    private ChangeOutcome changed(TenantScope scope, JobRunId id, boolean done) {
        Optional<JobRun> run = runs.find(scope, id);
        if (run.isEmpty()) {
            return new ChangeOutcome.Unknown();
        }
        return done ? new ChangeOutcome.Changed(run.get()) : new ChangeOutcome.NotPossible(run.get());
    }

    /**
     * What is asked for.
     *
     * @param engagementId null for a job about the client account as a whole, which the scope must cover
     * @param arguments by the kind's own names
     * @param requestedBy fit for people
     */
    public record JobCommand(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            Map<String, String> arguments,
            String requestedBy) {}

    /** What came of asking for a run. */
    public sealed interface StartOutcome {
        record Started(JobRun run) implements StartOutcome {}

        /** One of the same kind and engagement is queued or running. */
        record UnderWay(JobRun run) implements StartOutcome {}
    }

    /** What came of asking for a change of a run. */
    public sealed interface ChangeOutcome {
        record Changed(JobRun run) implements ChangeOutcome {}

        /** Its status does not allow it, or its like is under way. */
        record NotPossible(JobRun run) implements ChangeOutcome {}

        /** No such run in the scope, whether or not it exists elsewhere. */
        record Unknown() implements ChangeOutcome {}
    }
}

package io.modernize.cmdb.jobs.application;

import io.modernize.cmdb.jobs.JobKind;
import io.modernize.cmdb.jobs.JobRun;
import io.modernize.cmdb.jobs.JobRunId;
import io.modernize.cmdb.jobs.JobSize;
import io.modernize.cmdb.jobs.JobStatus;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts, stops and restarts jobs on behalf of people. {@link JobSignal} wakes the workers that run them. */
public final class OperateJobs {
    /** The number of tries to queue a run. A run in the way may have ended before it could be looked at. */
    private static final int MOST_ATTEMPTS = 5;

    /**
     * The greatest number of runs under way of one kind in one client account: one for each engagement, and one for the
     * whole.
     */
    private static final int MOST_UNDER_WAY = 1_000;

    private final JobRuns runs;
    private final JobSignal signal;
    private final Settings settings;

    public OperateJobs(JobRuns runs, JobSignal signal, Settings settings) {
        this.runs = runs;
        this.signal = signal;
        this.settings = settings;
    }

    /** Queues a run. */
    public StartOutcome start(JobCommand command) {
        if (isFull(command.scope())) {
            Optional<JobRun> same = underWay(command);
            return same.isPresent() ? new StartOutcome.UnderWay(same.get()) : new StartOutcome.TooMany();
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<JobRun> run = runs.enqueue(
                    command.scope(),
                    command.engagementId(),
                    command.kind(),
                    command.size(),
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

    /** The run that is in the way. Empty if it has ended since. */
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

    /** Asks a run to stop after the work that it has begun. */
    public ChangeOutcome stop(TenantScope scope, JobRunId id) {
        return changed(scope, id, runs.requestStop(scope, id));
    }

    /** Whether as many runs wait as may wait. Requests at the same moment may pass it together, by their number. */
    private boolean isFull(TenantScope scope) {
        return runs.queued(scope) >= settings.mostQueued();
    }

    /** Continues a run that was stopped or has failed. */
    public ChangeOutcome restart(TenantScope scope, JobRunId id) {
        if (isFull(scope)) {
            return runs.find(scope, id)
                    .<ChangeOutcome>map(ChangeOutcome.TooMany::new)
                    .orElseGet(ChangeOutcome.Unknown::new);
        }
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
     * A request for a run.
     *
     * @param engagementId null for a job on the whole client account, which the scope must cover
     * @param arguments the details of the work, under names that the kind defines
     * @param requestedBy fit for people
     */
    public record JobCommand(
            TenantScope scope,
            @Nullable EngagementId engagementId,
            JobKind kind,
            JobSize size,
            Map<String, String> arguments,
            String requestedBy) {}

    /** @param mostQueued the number of runs of a client account that may be queued at a time, at least 1 */
    public record Settings(int mostQueued) {
        public Settings {
            if (mostQueued < 1) {
                throw new IllegalArgumentException(
                        "at least 1 run of a client account may be queued, not " + mostQueued);
            }
        }
    }

    /** The outcome of a request for a run. */
    public sealed interface StartOutcome {
        record Started(JobRun run) implements StartOutcome {}

        /** A run of the same kind and engagement is queued or running. */
        record UnderWay(JobRun run) implements StartOutcome {}

        /** The client account has as many queued runs as it may have. */
        record TooMany() implements StartOutcome {}
    }

    /** The outcome of a request to change a run. */
    public sealed interface ChangeOutcome {
        record Changed(JobRun run) implements ChangeOutcome {}

        /** The status of the run does not allow the change, or a run of the same kind and engagement is under way. */
        record NotPossible(JobRun run) implements ChangeOutcome {}

        /** The client account has as many queued runs as it may have. */
        record TooMany(JobRun run) implements ChangeOutcome {}

        /** The scope has no such run, whether or not it exists elsewhere. */
        record Unknown() implements ChangeOutcome {}
    }
}

package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs embedding as a job, one at a time for each engagement, so that no asset is embedded twice at once. */
@Component
class BatchEmbeddingJobs implements EmbeddingJobs {

    private final JobAttempts attempts;
    private final Job job;
    private final EmbedDueAssets embedDueAssets;
    private final EmbeddingSpaces spaces;
    private final EmbeddingStore store;
    private final EmbeddingUsage usage;
    private final EngagementLocks locks;
    private final EmbeddingJobProperties settings;

    BatchEmbeddingJobs(
            JobAttempts attempts,
            Job embedAssetsJob,
            EmbedDueAssets embedDueAssets,
            EmbeddingSpaces spaces,
            EmbeddingStore store,
            EmbeddingUsage usage,
            EngagementLocks locks,
            EmbeddingJobProperties settings) {
        this.attempts = attempts;
        this.job = embedAssetsJob;
        this.embedDueAssets = embedDueAssets;
        this.spaces = spaces;
        this.store = store;
        this.usage = usage;
        this.locks = locks;
        this.settings = settings;
    }

    @Override
    public EmbeddingOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress) {
        TenantScope engagement = scope.narrowedTo(engagementId)
                .orElseThrow(() -> new IllegalArgumentException("the scope does not cover engagement " + engagementId));
        return attempts.aroundAttempts(() -> runAlone(engagement, engagementId, progress));
    }

    private EmbeddingOutcome runAlone(TenantScope engagement, EngagementId engagementId, JobProgress progress) {
        Optional<Held> lock = locks.tryAcquire(engagement, engagementId, EngagementLocks.EMBED);
        if (lock.isEmpty()) {
            return EmbeddingOutcome.busy();
        }
        try (Held held = lock.get()) {
            EmbeddingOutcome outcome = EmbeddingOutcome.completed(0);
            for (EmbeddingSpace space : spaces.maintained(engagement)) {
                if (outcome.isCompleted() && embedDueAssets.fills(space)) {
                    outcome = outcome.and(run(engagement, space, attempts.stoppable(progress)));
                }
            }
            return outcome;
        }
    }

    private EmbeddingOutcome run(TenantScope engagement, EmbeddingSpace space, JobProgress progress) {
        long due = store.countDue(engagement, space);
        if (due == 0) {
            return EmbeddingOutcome.completed(0);
        }
        progress.report(0, due);
        RunTally begun = RunTally.begin(due, settings.budget(), usage.tokensToday(engagement));
        Pauses pauses =
                new Pauses(settings.patience(), settings.firstPause(), progress, InstantSource.system(), Thread::sleep);
        EmbeddingRun run = new EmbeddingRun(
                engagement, space, begun, embedDueAssets.pricePerMillionTokens(space), pauses, progress);
        return outcome(attempts.run(job, run, progress), run);
    }

    private EmbeddingOutcome outcome(FinishedAttempt attempt, EmbeddingRun run) {
        RunTally tally = run.reached(attempt.results());
        if (run.progress().isStopRequested()) {
            boolean stopped = !attempt.isCompleted() || isAnythingDue(run);
            return tally.outcome(stopped ? new JobEnd.Stopped() : new JobEnd.Completed());
        }
        // What the model said is fit for people.
        Optional<EmbeddingUnavailableException> unavailable = attempt.cause(EmbeddingUnavailableException.class);
        if (unavailable.isPresent()) {
            return outcome(unavailable.get(), tally);
        }
        Optional<JobEnd.Unfinished> interruption = attempt.interruption();
        if (interruption.isPresent()) {
            return tally.outcome(interruption.get());
        }
        return tally.isBudgetSpent() && isAnythingDue(run)
                ? EmbeddingOutcome.budgetSpent(
                        tally.embedded(),
                        tally.refused(),
                        tally.tokensToday(),
                        tally.budget().orElseThrow())
                : tally.outcome(new JobEnd.Completed());
    }

    private boolean isAnythingDue(EmbeddingRun run) {
        return store.countDue(run.scope(), run.space()) > 0;
    }

    private static EmbeddingOutcome outcome(EmbeddingUnavailableException unavailable, RunTally tally) {
        JobEnd end =
                new JobEnd.Failed(Objects.requireNonNullElse(unavailable.getMessage(), "the model is unavailable"));
        return switch (unavailable.reason()) {
            case OVERLOADED, UNREACHABLE, SUSPENDED, INVALID_ANSWER -> tally.outcome(end);
            // Of refused inputs only those arrive here that no document is to blame for.
            case UNAUTHORISED, PAYMENT_REQUIRED, MODEL_UNKNOWN, INPUT_REFUSED ->
                new EmbeddingOutcome(end, tally.embedded(), tally.refused(), new Obstacle.OperatorNeeded());
        };
    }
}

package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.AttemptEnd;
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

    private static final String STOPPED = "the job was stopped";

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
            return new EmbeddingOutcome.EngagementBusy();
        }
        try (Held held = lock.get()) {
            EmbeddingOutcome outcome = new EmbeddingOutcome.Completed(0);
            for (EmbeddingSpace space : spaces.maintained(engagement)) {
                if (outcome instanceof EmbeddingOutcome.Completed before && embedDueAssets.fills(space)) {
                    outcome = before.and(run(engagement, space, attempts.stoppable(progress)));
                }
            }
            return outcome;
        }
    }

    private EmbeddingOutcome run(TenantScope engagement, EmbeddingSpace space, JobProgress progress) {
        long due = store.countDue(engagement, space);
        if (due == 0) {
            return new EmbeddingOutcome.Completed(0);
        }
        progress.report(0, due);
        RunTally begun = RunTally.begin(due, settings.budget(), usage.tokensToday(engagement));
        Pauses pauses =
                new Pauses(settings.patience(), settings.firstPause(), progress, InstantSource.system(), Thread::sleep);
        EmbeddingRun run = new EmbeddingRun(
                engagement, space, begun, embedDueAssets.pricePerMillionTokens(space), pauses, progress);
        return outcome(attempts.run(job, run, progress), run);
    }

    private EmbeddingOutcome outcome(AttemptEnd end, EmbeddingRun run) {
        RunTally tally = run.reached(end.results());
        boolean stopRequested = run.progress().isStopRequested();
        if (end.completed()) {
            boolean somethingLeft =
                    (stopRequested || tally.isBudgetSpent()) && store.countDue(run.scope(), run.space()) > 0;
            if (!somethingLeft) {
                return new EmbeddingOutcome.Completed(tally.embedded(), tally.refused());
            }
            return stopRequested
                    ? new EmbeddingOutcome.Interrupted(tally.embedded(), tally.refused(), STOPPED)
                    : new EmbeddingOutcome.BudgetSpent(
                            tally.embedded(),
                            tally.refused(),
                            tally.tokensToday(),
                            tally.budget().orElseThrow());
        }
        if (stopRequested) {
            return new EmbeddingOutcome.Interrupted(tally.embedded(), tally.refused(), STOPPED);
        }
        // What the model said is fit for people.
        return end.cause(EmbeddingUnavailableException.class)
                .map(unavailable -> outcome(unavailable, tally))
                .orElseGet(() -> new EmbeddingOutcome.Interrupted(tally.embedded(), tally.refused(), end.reason()));
    }

    private static EmbeddingOutcome outcome(EmbeddingUnavailableException unavailable, RunTally tally) {
        String reason = Objects.requireNonNullElse(unavailable.getMessage(), "the model is unavailable");
        return switch (unavailable.reason()) {
            case OVERLOADED, UNREACHABLE, SUSPENDED, INVALID_ANSWER ->
                new EmbeddingOutcome.Interrupted(tally.embedded(), tally.refused(), reason);
            // Of refused inputs only those arrive here that no document is to blame for.
            case UNAUTHORISED, PAYMENT_REQUIRED, MODEL_UNKNOWN, INPUT_REFUSED ->
                new EmbeddingOutcome.OperatorNeeded(tally.embedded(), tally.refused(), reason);
        };
    }
}

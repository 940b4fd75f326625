package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.batch.FinishedAttempt;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.jobs.batch.OneAtATime;
import io.modernize.cmdb.jobs.batch.OneAtATime.Turn;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

/** Runs embedding as a job, one at a time for each engagement, so that no asset is embedded twice at once. */
@Component
class BatchEmbeddingJobs implements EmbeddingJobs {
    private final JobAttempts attempts;
    private final OneAtATime oneAtATime;
    private final Job job;
    private final EmbeddingRuns runs;

    BatchEmbeddingJobs(JobAttempts attempts, OneAtATime oneAtATime, Job embedAssetsJob, EmbeddingRuns runs) {
        this.attempts = attempts;
        this.oneAtATime = oneAtATime;
        this.job = embedAssetsJob;
        this.runs = runs;
    }

    @Override
    public EmbeddingOutcome run(TenantScope scope, EngagementId engagementId, JobProgress progress) {
        Optional<Turn> turn = oneAtATime.take(scope, engagementId, EngagementLocks.EMBED);
        if (turn.isEmpty()) {
            return EmbeddingOutcome.busy();
        }
        try (Turn taken = turn.get()) {
            return embed(taken.engagement(), progress);
        }
    }

    private EmbeddingOutcome embed(TenantScope engagement, JobProgress progress) {
        EmbeddingOutcome outcome = EmbeddingOutcome.completed(0);
        for (EmbeddingSpace space : runs.spaces(engagement)) {
            if (outcome.isCompleted()) {
                outcome = outcome.and(runs.begin(engagement, space, attempts.stoppable(progress))
                        .map(run -> outcome(attempts.run(job, run, run.progress()), run))
                        .orElseGet(() -> EmbeddingOutcome.completed(0)));
            }
        }
        return outcome;
    }

    private EmbeddingOutcome outcome(FinishedAttempt attempt, EmbeddingRun run) {
        RunTally tally = run.reached(attempt.results());
        if (run.progress().isStopRequested()) {
            boolean stopped = !attempt.isCompleted() || runs.isAnythingDue(run);
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
        return tally.isBudgetSpent() && runs.isAnythingDue(run)
                ? EmbeddingOutcome.budgetSpent(
                        tally.embedded(),
                        tally.refused(),
                        tally.tokensToday(),
                        tally.budget().orElseThrow())
                : tally.outcome(new JobEnd.Completed());
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

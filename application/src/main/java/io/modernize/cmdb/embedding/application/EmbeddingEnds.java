package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.jobs.application.JobWork.JobEnd;

/** Translates an outcome of embedding into the end of the job that embedded. */
public final class EmbeddingEnds {
    private EmbeddingEnds() {}

    public static JobEnd of(EmbeddingOutcome outcome, JobProgress progress) {
        return switch (outcome) {
            case EmbeddingOutcome.Completed(long embedded, RefusedAssets refused) ->
                new JobEnd.Completed(text(embedded, refused));
            case EmbeddingOutcome.EngagementBusy() ->
                new JobEnd.Busy("The engagement's assets are being embedded already; this job follows.");
            case EmbeddingOutcome.Interrupted(long embedded, RefusedAssets refused, String reason) -> {
                String text = text(embedded, refused) + "; " + reason;
                yield progress.isStopRequested() ? new JobEnd.Stopped(text) : new JobEnd.Failed(text);
            }
            case EmbeddingOutcome.OperatorNeeded(long embedded, RefusedAssets refused, String reason) ->
                new JobEnd.Failed(text(embedded, refused) + "; " + reason
                        + ". It gets no further until the operator has mended key, account or settings.");
            case EmbeddingOutcome.BudgetSpent(long embedded, RefusedAssets refused, long tokens, long budget) ->
                new JobEnd.Failed(text(embedded, refused) + "; " + tokens + " of " + budget
                        + " tokens of today are used. Restart the job tomorrow (UTC).");
        };
    }

    private static String text(long embedded, RefusedAssets refused) {
        return embedded + " assets embedded"
                + (refused.count() == 0 ? "" : ", " + refused.count() + " refused by the model");
    }
}

package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.BudgetSpent;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.Completed;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.EngagementBusy;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.Interrupted;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.OperatorNeeded;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.util.Map;

/** Tells people the outcome of embedding in words, and scripts by the exit code. */
public final class EmbeddingOutcomePrinter {
    private final PrintWriter out;

    public EmbeddingOutcomePrinter(PrintWriter out) {
        this.out = out;
    }

    public int print(EmbeddingOutcome outcome) {
        int exitCode = switch (outcome) {
            case Completed(long embedded, RefusedAssets refused) -> {
                out.println(
                        embedded + refused.count() == 0
                                ? "Embedding: nothing was due"
                                : "Embedding: " + embedded + " assets embedded");
                print(refused);
                yield ExitCodes.DONE;
            }
            case EngagementBusy() -> {
                out.println("Embedding: another process embeds this engagement");
                yield ExitCodes.BUSY;
            }
            case Interrupted(long embedded, RefusedAssets refused, String reason) -> {
                out.println("Embedding stopped after " + embedded + " assets: " + reason);
                print(refused);
                out.println("  Run the embed command to go on.");
                yield ExitCodes.INTERRUPTED;
            }
            case OperatorNeeded(long embedded, RefusedAssets refused, String reason) -> {
                out.println("Embedding stopped after " + embedded + " assets: " + reason);
                print(refused);
                out.println("  It will not get further until key, account or settings are mended.");
                yield ExitCodes.OPERATOR_NEEDED;
            }
            case BudgetSpent(long embedded, RefusedAssets refused, long tokens, long budget) -> {
                out.println("Embedding stopped after " + embedded + " assets: the client account has used " + tokens
                        + " of " + budget + " tokens today");
                print(refused);
                out.println("  Run the embed command tomorrow (UTC) to go on.");
                yield ExitCodes.BUDGET_SPENT;
            }
        };
        out.flush();
        return exitCode;
    }

    private void print(RefusedAssets refused) {
        if (refused.count() == 0) {
            return;
        }
        out.println("  " + refused.count() + " assets were refused by the model and are left out until they change:");
        refused.byReason().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(reason -> out.println("  " + reason.getValue() + ": " + reason.getKey()));
    }
}

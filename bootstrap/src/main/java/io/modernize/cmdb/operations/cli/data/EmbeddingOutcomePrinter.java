package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.Obstacle;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.RefusedAssets;
import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.util.Map;

/** Tells people the outcome of embedding in words, and scripts by the exit code. */
public final class EmbeddingOutcomePrinter {
    /** The exit codes beside success, as the help text of a command that embeds explains them. */
    public static final String EXIT_CODES = """
          5 another process embeds the same engagement
          6 interrupted
          8 an operator is needed: the key, the account or the settings are wrong
          9 the client account has used its tokens of the day
        If several of these happen, the highest code is the exit code.\
        """;

    private final PrintWriter out;

    public EmbeddingOutcomePrinter(PrintWriter out) {
        this.out = out;
    }

    public int print(EmbeddingOutcome outcome) {
        int exitCode = switch (outcome.end()) {
            case JobEnd.Completed() -> {
                out.println(
                        outcome.embedded() + outcome.refused().count() == 0
                                ? "Embedding: nothing was due"
                                : "Embedding: " + outcome.embedded() + " assets embedded");
                print(outcome.refused());
                yield ExitCodes.DONE;
            }
            case JobEnd.Busy() -> {
                out.println("Embedding: another process embeds this engagement");
                yield ExitCodes.BUSY;
            }
            case JobEnd.Unfinished unfinished -> {
                out.println("Embedding stopped after " + outcome.embedded() + " assets: " + unfinished.reason());
                print(outcome.refused());
                yield print(outcome.obstacle());
            }
        };
        out.flush();
        return exitCode;
    }

    private int print(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.None() -> {
                out.println("  Run the embed command to go on.");
                yield ExitCodes.INTERRUPTED;
            }
            case Obstacle.OperatorNeeded() -> {
                out.println("  It will not get further until key, account or settings are mended.");
                yield ExitCodes.OPERATOR_NEEDED;
            }
            case Obstacle.BudgetSpent spent -> {
                out.println("  Run the embed command tomorrow (UTC) to go on.");
                yield ExitCodes.BUDGET_SPENT;
            }
        };
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

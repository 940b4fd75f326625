package io.modernize.cmdb.operations.cli;

import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.Completed;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.EngagementBusy;
import io.modernize.cmdb.embedding.application.EmbeddingJobs.EmbeddingOutcome.Interrupted;
import java.io.PrintWriter;

/** Tells a person what came of embedding, and a script by the exit code. */
final class EmbeddingOutcomePrinter {
    private final PrintWriter out;

    EmbeddingOutcomePrinter(PrintWriter out) {
        this.out = out;
    }

    int print(EmbeddingOutcome outcome) {
        int exitCode = switch (outcome) {
            case Completed(long embedded) -> {
                out.println(
                        embedded == 0 ? "Embedding: nothing was due" : "Embedding: " + embedded + " assets embedded");
                yield ExitCodes.DONE;
            }
            case EngagementBusy() -> {
                out.println("Embedding: another process embeds this engagement");
                yield ExitCodes.BUSY;
            }
            case Interrupted(long embedded, String reason) -> {
                out.println("Embedding stopped after " + embedded + " assets: " + reason);
                out.println("  Run the embed command to go on.");
                yield ExitCodes.INTERRUPTED;
            }
        };
        out.flush();
        return exitCode;
    }
}

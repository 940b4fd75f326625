package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.inventory.application.ExportOutcome;
import io.modernize.cmdb.inventory.application.ExportOutcome.Completed;
import io.modernize.cmdb.inventory.application.ExportOutcome.EngagementBusy;
import io.modernize.cmdb.inventory.application.ExportOutcome.Interrupted;
import io.modernize.cmdb.inventory.application.ExportOutcome.Refused;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Tells the outcome of an export. */
public final class ExportOutcomePrinter {
    private final PrintWriter out;

    public ExportOutcomePrinter(PrintWriter out) {
        this.out = out;
    }

    /** Prints the outcome, and returns the exit code. */
    public int print(ExportOutcome outcome) {
        int exitCode = switch (outcome) {
            case Completed(var engagements) -> {
                engagements.forEach(engagement -> out.println("Exported " + engagement.engagement() + " to "
                        + engagement.folder() + ": "
                        + engagement.files().stream()
                                .map(file -> file.rows() + " rows in " + file.name())
                                .collect(Collectors.joining(", "))));
                if (engagements.isEmpty()) {
                    out.println("Exported nothing: there is no engagement");
                }
                yield ExitCodes.DONE;
            }
            case EngagementBusy() -> {
                out.println("Not exported: an import is running");
                yield ExitCodes.BUSY;
            }
            case Refused(String reason) -> {
                out.println("Not exported: " + reason);
                yield ExitCodes.REFUSED;
            }
            case Interrupted(String reason) -> {
                out.println("Export stopped: " + reason);
                out.println("  Run the same command to begin anew.");
                yield ExitCodes.INTERRUPTED;
            }
        };
        out.flush();
        return exitCode;
    }
}

package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Completed;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.EngagementBusy;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Interrupted;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.Refused;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportOutcome.StorageLow;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.imports.ImportRefusal;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Tells people the outcome of an import in words, and scripts by the exit code. */
final class ImportOutcomePrinter {
    private final PrintWriter out;

    ImportOutcomePrinter(PrintWriter out) {
        this.out = out;
    }

    int print(Path file, ImportOutcome outcome) {
        int exitCode = switch (outcome) {
            case Completed(ImportSummary summary) -> printSummary(summary);
            case Refused(ImportRefusal refusal) -> {
                out.println(file + ": refused, nothing was stored: " + refusal.message());
                out.println("  " + refusal.remedy());
                yield ExitCodes.REFUSED;
            }
            case EngagementBusy() -> {
                out.println(file + ": another import into this engagement is running; try again when it is done");
                yield ExitCodes.BUSY;
            }
            case StorageLow(String reason) -> {
                out.println(file + ": nothing was stored: " + reason);
                out.println("  Run the same command again when there is room.");
                yield ExitCodes.INTERRUPTED;
            }
            case Interrupted(var importId, var end) -> {
                out.println(file + ": import " + importId + " stopped half-way: " + end.reason());
                out.println("  Run the same command again to go on where it was.");
                yield ExitCodes.INTERRUPTED;
            }
        };
        out.flush();
        return exitCode;
    }

    private int printSummary(ImportSummary summary) {
        ImportCounts counts = summary.counts();
        boolean unchanged = counts.created() + counts.updated() + counts.rejected() + summary.deleted() == 0;
        out.printf(
                "%s: %s, %d rows%s: %d created, %d updated, %d unchanged, %d rejected%s%n",
                summary.fileName(),
                summary.format(),
                summary.totalRows(),
                summary.resumed() ? " (continued)" : "",
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.rejected(),
                unchanged ? "; nothing has changed" : "");
        summary.warnings().forEach(warning -> out.println("  Warning: " + warning));
        summary.rejectionReport().ifPresent(report -> out.println("  Rejected rows: " + report));
        if (summary.missing() > 0) {
            out.printf(
                    "  %d assets of earlier imports are not in this file; %s%n",
                    summary.missing(), summary.deleted() > 0 ? summary.deleted() + " deleted" : "none deleted");
        }
        summary.missingReport().ifPresent(report -> out.println("  Missing assets: " + report));
        return counts.rejected() > 0 ? ExitCodes.ROWS_REJECTED : ExitCodes.DONE;
    }
}

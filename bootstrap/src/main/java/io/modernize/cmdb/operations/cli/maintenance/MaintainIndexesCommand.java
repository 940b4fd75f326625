package io.modernize.cmdb.operations.cli.maintenance;

import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.console.BuildProgressBar;
import io.modernize.cmdb.similarity.index.application.MaintenanceOutcome;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintainedAccount;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexJobs.MaintenanceRun;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.tenancy.ClientAccount;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "maintain-indexes",
        description = {
            "Gives each client account the HNSW index that it needs, and drops the indexes that are no longer needed.",
            "The service does the same on a schedule."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes:",
            "  0 done",
            "  1 failed, for one client account at least",
            "  2 wrong usage",
            "  5 another process changes indexes",
            "  6 interrupted"
        })
public class MaintainIndexesCommand implements ApplicationCommand {
    @Override
    public int work(StartedApplication application, PrintWriter out) {
        MaintenanceRun run = application.getBean(VectorIndexJobs.class).maintain(new Printing(out));
        return new RunEndPrinter(out)
                .print(run.end(), "maintains indexes", "Index maintenance", () -> exitCode(run.accounts()));
    }

    private static int exitCode(List<MaintainedAccount> accounts) {
        if (accounts.stream().anyMatch(account -> account.outcome() instanceof MaintenanceOutcome.Failed)) {
            return ExitCodes.FAILED;
        }
        return accounts.stream().anyMatch(account -> account.outcome() instanceof MaintenanceOutcome.Busy)
                ? ExitCodes.BUSY
                : ExitCodes.DONE;
    }

    /** Prints a bar for each build, and a line for each client account. */
    private static final class Printing implements MaintenanceProgress {
        private final PrintWriter out;
        private BuildProgressBar bar = new BuildProgressBar("");

        private Printing(PrintWriter out) {
            this.out = out;
        }

        @Override
        public BuildProgress beginning(ClientAccount account) {
            bar = new BuildProgressBar(account.slug().value());
            return bar;
        }

        @Override
        public void ended(MaintainedAccount account) {
            bar.finish();
            out.println(account.account().slug().value() + ": " + text(account.outcome()));
            out.flush();
        }

        private static String text(MaintenanceOutcome outcome) {
            return switch (outcome) {
                case MaintenanceOutcome.Kept(var state) ->
                    state.built() == null
                            ? state.totalRows() + " assets, no index needed"
                            : state.totalRows() + " assets, index covers all but " + state.tailRows();
                case MaintenanceOutcome.Built(var reason, var index, var took, var audit) ->
                    switch (reason) {
                                case GROWN -> "index built";
                                case LONG_TAIL -> "index built anew, as many assets were not in it";
                                case DEAD_ENTRIES -> "index built anew, as many of its entries were dead";
                                case OTHER_PARAMETERS -> "index built anew with other parameters";
                            }
                            + " over " + index.rows() + " assets in " + took.toSeconds() + " s; "
                            + AuditText.of(audit);
                case MaintenanceOutcome.Dropped(var before) ->
                    "index dropped, " + before.totalRows() + " assets need none";
                case MaintenanceOutcome.Busy() -> "something is due, but another process changes indexes";
                case MaintenanceOutcome.Failed(String reason) -> "failed: " + reason;
            };
        }
    }
}

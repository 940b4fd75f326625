package io.modernize.cmdb.operations.cli.maintenance;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.EngagementChoice;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "find-duplicates",
        description = {
            "Looks for assets that were probably recorded twice, in one engagement or in all engagements.",
            "The query duplicateGroups shows the groups that were found."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To continue an interrupted search, run the same command again.",
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or there is no such client account or engagement",
            "  5 another process looks for duplicates in the same engagement",
            "  6 interrupted"
        })
public class FindDuplicatesCommand implements ApplicationCommand {
    @Mixin
    private EngagementChoice choice = new EngagementChoice();

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        DuplicateJobs jobs = application.getBean(DuplicateJobs.class);
        return choice.workOnEach(
                application,
                (scope, engagement) -> print(jobs.run(scope, engagement, ConsoleProgress.onConsole("Comparing")), out));
    }

    private static int print(DuplicatesOutcome outcome, PrintWriter out) {
        int exitCode = switch (outcome.end()) {
            case JobEnd.Completed() -> {
                out.println("Duplicates: " + outcome.assets() + " assets compared, " + outcome.groups()
                        + (outcome.groups() == 1 ? " group found" : " groups found"));
                yield ExitCodes.DONE;
            }
            case JobEnd.Busy() -> {
                out.println("Duplicates: another process looks through this engagement");
                yield ExitCodes.BUSY;
            }
            case JobEnd.Unfinished end -> {
                out.println("Search for duplicates stopped after " + outcome.assets() + " assets: " + end.reason());
                out.println("  Run the same command to go on.");
                yield ExitCodes.INTERRUPTED;
            }
        };
        out.flush();
        return exitCode;
    }
}

package io.modernize.cmdb.operations.cli.maintenance;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.EngagementOptions;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateJobs.DuplicatesOutcome;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
            "Exit codes:",
            "  0 done",
            "  1 failed",
            "  2 wrong usage, or there is no such client account or engagement",
            "  5 another process looks for duplicates in the same engagement",
            "  6 interrupted"
        })
public class FindDuplicatesCommand implements Callable<Integer> {
    private final ApplicationStart start;

    @ArgGroup(exclusive = false)
    private @Nullable EngagementOptions engagementOptions;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public FindDuplicatesCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (StartedApplication context = start.work()) {
            DuplicateJobs jobs = context.getBean(DuplicateJobs.class);
            int exitCode = ExitCodes.DONE;
            for (EngagementReference engagement : engagements(context.getBean(ClientAccountRegistry.class))) {
                if (exitCode == ExitCodes.INTERRUPTED || !context.isActive()) {
                    return ExitCodes.INTERRUPTED;
                }
                // One client account at a time: each run has a scope of its own.
                TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.engagementId());
                exitCode = Math.max(
                        exitCode,
                        print(jobs.run(scope, engagement.engagementId(), ConsoleProgress.onConsole("Comparing"))));
            }
            return exitCode;
        }
    }

    private List<EngagementReference> engagements(ClientAccountRegistry registry) {
        if (engagementOptions == null) {
            return registry.allEngagements();
        }
        Engagement engagement = engagementOptions.resolve(registry);
        return List.of(new EngagementReference(engagement.clientAccountId(), engagement.id()));
    }

    private int print(DuplicatesOutcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
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

package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.EngagementOptions;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "embed",
        description = "Embeds the new and changed assets of one engagement, or of all engagements.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To continue an interrupted run, run the same command again.",
            "",
            "Exit codes:",
            "  0 done",
            "  1 failed",
            "  2 wrong usage, or there is no such client account or engagement",
            "  5 another process embeds the same engagement",
            "  6 interrupted",
            "  8 an operator is needed: the key, the account or the settings are wrong",
            "  9 the client account has used its tokens of the day",
            "If several of these happen, the highest code is the exit code."
        })
public class EmbedCommand implements Callable<Integer> {
    private final ApplicationStart start;

    @ArgGroup(exclusive = false)
    private @Nullable EngagementOptions engagementOptions;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public EmbedCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (StartedApplication context = start.work()) {
            EmbeddingJobs jobs = context.getBean(EmbeddingJobs.class);
            EmbeddingOutcomePrinter printer =
                    new EmbeddingOutcomePrinter(spec.commandLine().getOut());
            int exitCode = ExitCodes.DONE;
            for (EngagementReference engagement : engagements(context.getBean(ClientAccountRegistry.class))) {
                if (exitCode == ExitCodes.INTERRUPTED || exitCode == ExitCodes.OPERATOR_NEEDED || !context.isActive()) {
                    // It would be the same for the others.
                    return Math.max(exitCode, ExitCodes.INTERRUPTED);
                }
                // One client account at a time: each run has a scope of its own.
                TenantScope scope = TenantScope.forJob(engagement.clientAccountId(), engagement.engagementId());
                exitCode = Math.max(
                        exitCode,
                        printer.print(
                                jobs.run(scope, engagement.engagementId(), ConsoleProgress.onConsole("Embedding"))));
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
}

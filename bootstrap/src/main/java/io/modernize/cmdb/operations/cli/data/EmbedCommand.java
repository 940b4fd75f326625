package io.modernize.cmdb.operations.cli.data;

import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.EngagementChoice;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import io.modernize.cmdb.operations.console.ConsoleProgress;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "embed",
        description = "Embeds the new and changed assets of one engagement, or of all engagements.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To continue an interrupted run, run the same command again.",
            "",
            ExitCodes.HELP_HEAD,
            "  2 wrong usage, or there is no such client account or engagement",
            EmbeddingOutcomePrinter.EXIT_CODES
        })
public class EmbedCommand implements ApplicationCommand {
    @Mixin
    private EngagementChoice choice = new EngagementChoice();

    @Override
    public int work(StartedApplication application, PrintWriter out) {
        EmbeddingJobs jobs = application.getBean(EmbeddingJobs.class);
        EmbeddingOutcomePrinter printer = new EmbeddingOutcomePrinter(out);
        return choice.workOnEach(
                application,
                (scope, engagement) ->
                        printer.print(jobs.run(scope, engagement, ConsoleProgress.onConsole("Embedding"))));
    }
}

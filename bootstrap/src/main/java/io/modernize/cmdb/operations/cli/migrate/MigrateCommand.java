package io.modernize.cmdb.operations.cli.migrate;

import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = {
            "Changes the embedding model, while searches go on: configure the new one as cmdb.embedding.next.provider"
                    + " beside the old one, fill its space, activate it, and retire the old one.",
            "docs/model-migration.md tells the whole way."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public class MigrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static CommandLine with(ApplicationStart start) {
        return new CommandLine(new MigrateCommand())
                .addSubcommand(new MigrateStatusCommand(start))
                .addSubcommand(new MigrateFillCommand(start))
                .addSubcommand(new MigrateCompareCommand(start))
                .addSubcommand(new MigrateActivateCommand(start))
                .addSubcommand(new MigrateRetireCommand(start));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}

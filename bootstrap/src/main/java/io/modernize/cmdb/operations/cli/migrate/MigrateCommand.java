package io.modernize.cmdb.operations.cli.migrate;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = {
            "Changes the embedding model while searches go on.",
            "Configure the new model as cmdb.embedding.next.provider beside the old one. Then",
            "fill the embedding space of the new model, activate it, and retire the old space.",
            "docs/model-migration.md explains each step."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 2 without a command. COMMAND --help explains the exit codes of each command."})
public class MigrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static CommandLine withSubcommands() {
        return new CommandLine(new MigrateCommand())
                .addSubcommand(new MigrateStatusCommand())
                .addSubcommand(new MigrateFillCommand())
                .addSubcommand(new MigrateCompareCommand())
                .addSubcommand(new MigrateActivateCommand())
                .addSubcommand(new MigrateRetireCommand());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}

package io.modernize.cmdb.operations.cli;

import picocli.CommandLine;

/**
 * Chooses what to run. Without a command the service starts; arguments that are no command are settings of Spring Boot,
 * so that {@code --server.port=9090} works as everywhere.
 */
public final class CommandLineEntry {
    private CommandLineEntry() {}

    /** Runs and, for every command but {@code serve}, exits the process with the command's code. */
    public static void run(Class<?> application, String[] args) {
        ApplicationStart start = new ApplicationStart(application);
        if (args.length == 0 || isSetting(args[0])) {
            start.serve(args);
            return;
        }
        CommandLine commands = new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(start))
                .addSubcommand(new ImportCommand(start))
                .addSubcommand(new EmbedCommand(start))
                .addSubcommand(new EvaluateCommand(start))
                .addSubcommand(new GrantCommand(start))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new CommandFailure());
        int exitCode = commands.execute(args);
        if (exitCode != ServeCommand.KEEP_RUNNING) {
            System.exit(exitCode);
        }
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }
}

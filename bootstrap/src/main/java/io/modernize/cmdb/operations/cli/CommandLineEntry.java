package io.modernize.cmdb.operations.cli;

import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartFailedException;
import io.modernize.cmdb.operations.cli.data.EmbedCommand;
import io.modernize.cmdb.operations.cli.data.EvaluateCommand;
import io.modernize.cmdb.operations.cli.data.ExportCommand;
import io.modernize.cmdb.operations.cli.data.ImportCommand;
import io.modernize.cmdb.operations.cli.maintenance.AuditRecallCommand;
import io.modernize.cmdb.operations.cli.maintenance.FindDuplicatesCommand;
import io.modernize.cmdb.operations.cli.maintenance.MaintainIndexesCommand;
import io.modernize.cmdb.operations.cli.migrate.MigrateCommand;
import io.modernize.cmdb.operations.cli.tenants.GrantCommand;
import io.modernize.cmdb.operations.cli.tenants.OffboardCommand;
import java.util.function.BooleanSupplier;
import org.springframework.modulith.NamedInterface;
import picocli.CommandLine;

/**
 * Chooses what to run. Without a command the service starts. Arguments that are no command are settings of Spring Boot,
 * such as {@code --server.port=9090}.
 */
@NamedInterface("entry")
public final class CommandLineEntry {
    private static final String JOB = "--job=";

    private CommandLineEntry() {}

    /** Runs a command and, for every command but {@code serve}, exits the process with its code. */
    public static void run(Class<?> application, String[] args) {
        ExitOnSignal signal = ExitOnSignal.install();
        int exitCode = execute(new ApplicationStart(application), signal::isAsked, args);
        signal.ended(exitCode);
        if (exitCode != ServeCommand.KEEP_RUNNING) {
            System.exit(exitCode);
        }
    }

    /**
     * The exit code of the process, or {@link ServeCommand#KEEP_RUNNING}.
     *
     * @param askedToEnd whether the process shuts down
     */
    static int execute(ApplicationStart start, BooleanSupplier askedToEnd, String... args) {
        if (args.length > 0 && args[0].startsWith(JOB)) {
            return execute(start, askedToEnd, withCommand(args));
        }
        if (args.length == 0 || isSetting(args[0])) {
            try {
                start.serve(args);
                return ServeCommand.KEEP_RUNNING;
            } catch (StartFailedException e) {
                return ExitCodes.FAILED;
            }
        }
        CommandLine commands = new CommandLine(new RootCommand())
                .addSubcommand(new ServeCommand(start))
                .addSubcommand(new ImportCommand())
                .addSubcommand(new EmbedCommand())
                .addSubcommand(new FindDuplicatesCommand())
                .addSubcommand(new MaintainIndexesCommand())
                .addSubcommand(new AuditRecallCommand())
                .addSubcommand(MigrateCommand.withSubcommands())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new OffboardCommand())
                .addSubcommand(new EvaluateCommand(start))
                .addSubcommand(new GrantCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(new CommandExecution(start))
                .setExecutionExceptionHandler(new CommandFailure(askedToEnd));
        return commands.execute(args);
    }

    /** Turns {@code --job=embed …} into {@code embed …}. Schedulers of jobs pass commands in this form. */
    private static String[] withCommand(String[] args) {
        String[] command = args.clone();
        command[0] = args[0].substring(JOB.length());
        return command;
    }

    private static boolean isSetting(String argument) {
        return argument.startsWith("--") && argument.contains("=");
    }
}

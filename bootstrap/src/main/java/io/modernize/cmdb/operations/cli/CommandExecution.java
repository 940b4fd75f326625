package io.modernize.cmdb.operations.cli;

import io.modernize.cmdb.operations.cli.command.ApplicationCommand;
import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import io.modernize.cmdb.operations.cli.command.StartedApplication;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Starts the application for the commands that work with it. Other commands, and help, run without it. */
final class CommandExecution implements IExecutionStrategy {
    private final IExecutionStrategy withoutApplication = new RunLast();
    private final ApplicationStart start;

    CommandExecution(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public int execute(ParseResult arguments) {
        CommandLine commandLine = arguments.asCommandLineList().getLast();
        Object typed = commandLine.getCommand();
        if (!(typed instanceof ApplicationCommand command) || isHelp(arguments)) {
            return withoutApplication.execute(arguments);
        }
        try {
            return run(command, commandLine.getOut());
        } catch (RuntimeException | IOException e) {
            // The form in which picocli hands a failure to CommandFailure.
            throw new ExecutionException(commandLine, "the command failed", e);
        }
    }

    private int run(ApplicationCommand command, PrintWriter out) throws IOException {
        command.check();
        try (StartedApplication application = start.work()) {
            int exitCode = command.work(application, out);
            out.flush();
            return exitCode;
        }
    }

    private static boolean isHelp(ParseResult arguments) {
        return arguments.asCommandLineList().stream()
                .anyMatch(line -> line.isUsageHelpRequested() || line.isVersionHelpRequested());
    }
}

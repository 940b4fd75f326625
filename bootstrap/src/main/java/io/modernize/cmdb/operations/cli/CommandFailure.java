package io.modernize.cmdb.operations.cli;

import io.modernize.cmdb.operations.cli.command.ExitCodes;
import io.modernize.cmdb.operations.cli.command.StartFailedException;
import io.modernize.cmdb.operations.cli.command.UsageException;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line. The log has the stack trace. */
final class CommandFailure implements IExecutionExceptionHandler {
    private final BooleanSupplier askedToEnd;

    /** @param askedToEnd whether the process shuts down, so that failures follow from it */
    CommandFailure(BooleanSupplier askedToEnd) {
        this.askedToEnd = askedToEnd;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult arguments) {
        if (failure instanceof SpringApplication.AbandonedRunException || failure instanceof StartFailedException) {
            return ExitCodes.FAILED;
        }
        if (failure instanceof UsageException usage) {
            commandLine.getErr().println(usage.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (askedToEnd.getAsBoolean()) {
            commandLine.getErr().println(commandLine.getCommandName() + " was cut off; run it again to go on");
            return ExitCodes.INTERRUPTED;
        }
        LoggerFactory.getLogger(CommandFailure.class).error("{} failed", commandLine.getCommandName(), failure);
        // Its message may hold SQL or data; those who may read the log find it there.
        commandLine.getErr().println(commandLine.getCommandName() + " failed unexpectedly; the log has the details");
        return ExitCodes.FAILED;
    }
}

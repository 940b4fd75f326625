package io.modernize.cmdb.operations.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "cmdb-similarity",
        description = "Tenant-isolated search by meaning and by words over the assets of a CMDB.",
        mixinStandardHelpOptions = true,
        version = "CMDB Similarity 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command, the service starts. You can add settings of Spring Boot,",
            "for example --server.port=9090.",
            "",
            "COMMAND --help explains the exit codes of one command. Exit codes:",
            "  0 done",
            "  1 failed",
            "  2 wrong usage",
            "  3 done, but some rows were rejected",
            "  4 refused",
            "  5 busy: another process does the same work",
            "  6 interrupted: run the same command again to go on",
            "  7 done, but the recall of a client account is below the target",
            "  8 embedding needs an operator: the key, the account or the settings are wrong",
            "  9 the client account has used its tokens of the day"
        })
class RootCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}

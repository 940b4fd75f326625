package io.modernize.cmdb.operations.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "cmdb-similarity",
        description = "Tenant-isolated semantic search over the assets of a CMDB.",
        mixinStandardHelpOptions = true,
        version = "CMDB Similarity 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command the service starts. Settings of Spring Boot can follow, such as --server.port=9090.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with rejected rows, 4 refused, 5 busy, 6 interrupted,",
            "7 recall below the target."
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

package io.modernize.cmdb.operations.cli;

import io.modernize.cmdb.operations.cli.command.ApplicationStart;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "serve",
        description = "Starts the service. The same happens without a command.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The service runs until it is asked to end.",
            "Exit codes:",
            "  1 the service did not start",
            "  3 the memory is exhausted; ./run starts the service again",
            "  130 ended by SIGINT",
            "  143 ended by SIGTERM, which ./run also sends after Ctrl-C"
        })
class ServeCommand implements Callable<Integer> {
    /** A value that is no exit code of a process: the threads of the web server continue. */
    static final int KEEP_RUNNING = -1;

    private final ApplicationStart start;

    @Unmatched
    private List<String> settings = List.of();

    ServeCommand(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        start.serve(settings.toArray(String[]::new));
        return KEEP_RUNNING;
    }
}

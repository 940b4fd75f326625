package io.modernize.cmdb.operations.cli.maintenance;

import io.modernize.cmdb.jobs.JobEnd;
import io.modernize.cmdb.operations.cli.command.ExitCodes;
import java.io.PrintWriter;
import java.util.function.IntSupplier;

/** Tells that a run over all client accounts did not come to its end. */
final class RunEndPrinter {
    private final PrintWriter out;

    RunEndPrinter(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints an end that is none, and returns the exit code.
     *
     * @param busy what another process does, for example "audits recall"
     * @param stopped what stopped, for example "Audits"
     * @param completed the exit code of a run that came to its end
     */
    int print(JobEnd end, String busy, String stopped, IntSupplier completed) {
        return switch (end) {
            case JobEnd.Completed() -> completed.getAsInt();
            case JobEnd.Busy() -> {
                out.println("Another process " + busy + " right now");
                yield ExitCodes.BUSY;
            }
            case JobEnd.Unfinished unfinished -> {
                out.println(stopped + " stopped: " + unfinished.reason());
                yield ExitCodes.INTERRUPTED;
            }
        };
    }
}

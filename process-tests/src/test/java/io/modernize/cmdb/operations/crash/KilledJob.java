package io.modernize.cmdb.operations.crash;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A command that is killed, and run again until it is done.
 *
 * @param name for people
 * @param exitCode when it is done
 * @param progress how much of its work is done, 0 to 1
 * @param keepsProgress whether the next run goes on where a killed one was
 * @param afterRun looks at what a run has left, whether it was killed or not
 */
record KilledJob(
        String name,
        List<String> arguments,
        int exitCode,
        DoubleSupplier progress,
        boolean keepsProgress,
        Runnable afterRun) {}

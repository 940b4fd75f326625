package io.modernize.cmdb.operations.cli.command;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at the start of a service that would live on after an {@link OutOfMemoryError}. The error ends the thread that
 * meets it, which may be one that accepts connections or that runs jobs. The process then still exists and no longer
 * answers, so nothing starts it again.
 */
final class OutOfMemoryCheck {
    private static final Logger LOG = LoggerFactory.getLogger(OutOfMemoryCheck.class);
    private static final String EXIT = "ExitOnOutOfMemoryError";
    private static final String CRASH = "CrashOnOutOfMemoryError";

    private OutOfMemoryCheck() {}

    /** Logs the warning if this process needs it. */
    static void run() {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        warning(option -> valueOf(options, option)).ifPresent(LOG::warn);
    }

    private static @Nullable String valueOf(@Nullable HotSpotDiagnosticMXBean options, String option) {
        if (options == null) {
            return null;
        }
        try {
            return options.getVMOption(option).getValue();
        } catch (IllegalArgumentException noSuchOption) {
            return null;
        }
    }

    /**
     * The warning; empty if the process ends, or if its options are unknown.
     *
     * @param valueOf the value of an option of the Java virtual machine, or null if it has no such option
     */
    static Optional<String> warning(Function<String, @Nullable String> valueOf) {
        boolean livesOn = "false".equals(valueOf.apply(EXIT)) && !"true".equals(valueOf.apply(CRASH));
        return livesOn
                ? Optional.of(
                        "This process lives on after an OutOfMemoryError, and may then no longer answer. Start Java"
                                + " with -XX:+" + EXIT
                                + ", under something that starts the service again. ./run does both.")
                : Optional.empty();
    }
}

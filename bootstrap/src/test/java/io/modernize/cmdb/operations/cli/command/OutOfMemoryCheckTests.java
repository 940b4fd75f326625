package io.modernize.cmdb.operations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutOfMemoryCheckTests {
    private static final String EXIT = "ExitOnOutOfMemoryError";
    private static final String CRASH = "CrashOnOutOfMemoryError";

    @Test
    void warnsOfAProcessThatLivesOn() {
        assertThat(OutOfMemoryCheck.warning(Map.of(EXIT, "false", CRASH, "false")::get))
                .hasValueSatisfying(warning -> assertThat(warning).contains("-XX:+ExitOnOutOfMemoryError", "./run"));
        assertThat(OutOfMemoryCheck.warning(Map.of(EXIT, "false")::get)).isPresent();
    }

    @Test
    void saysNothingOfAProcessThatEnds() {
        assertThat(OutOfMemoryCheck.warning(Map.of(EXIT, "true", CRASH, "false")::get))
                .isEmpty();
        assertThat(OutOfMemoryCheck.warning(Map.of(EXIT, "false", CRASH, "true")::get))
                .isEmpty();
        assertThat(OutOfMemoryCheck.warning(option -> null))
                .as("another Java virtual machine")
                .isEmpty();
    }

    @Test
    void asksForOptionsThatThisJavaHas() {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

        assertThat(options.getVMOption(EXIT).getValue()).isIn("true", "false");
        assertThat(options.getVMOption(CRASH).getValue()).isIn("true", "false");
    }
}

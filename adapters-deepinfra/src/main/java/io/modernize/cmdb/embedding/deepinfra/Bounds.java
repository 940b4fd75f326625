package io.modernize.cmdb.embedding.deepinfra;

import java.time.Duration;

/** Refuses settings outside their bounds. The message names the setting, the value and the bounds. */
final class Bounds {
    private Bounds() {}

    /** @param setting the name of the setting below {@link DeepInfraProperties#PREFIX} */
    static void check(String setting, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name(setting) + " is " + value + "; allowed are " + least + " to " + most);
        }
    }

    static void check(String setting, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name(setting) + " is " + value.toMillis() + "ms; allowed are "
                    + least.toMillis() + "ms to " + most.toMillis() + "ms");
        }
    }

    private static String name(String setting) {
        return DeepInfraProperties.PREFIX + "." + setting;
    }
}

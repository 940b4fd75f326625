package io.modernize.cmdb.testsupport.deepinfra;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 250ms}, {@code 2s}, {@code 1m}. */
final class Durations {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,7})(ms|s|m)");

    private Durations() {}

    /** @throws IllegalArgumentException for anything else, saying so */
    static Duration parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no time such as 250ms, 2s or 1m");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}

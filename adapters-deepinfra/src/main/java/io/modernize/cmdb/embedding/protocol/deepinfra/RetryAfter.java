package io.modernize.cmdb.embedding.protocol.deepinfra;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} header: whole seconds, or a date. */
final class RetryAfter {
    /** The longest wait. Longer ones mean the same, and longer numbers need not be computable. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /**
     * The time to wait from now on, at least zero. Empty if the header is neither a number nor a date; the standard
     * lets us ignore it.
     */
    static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(
                    value.length() > MAX_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(value))));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}

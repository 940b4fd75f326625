package io.modernize.cmdb.inventory.records;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as people and spreadsheets write them. A minus sign is read, so that a report can say "negative"
 * instead of "unreadable". Units ({@code 64 GB}) are not read, because a guessed unit is easily wrong by a factor of
 * 1,024.
 */
public final class NumberText {
    /** The limit of a number's text. No size has more digits, and a longer text would only cost time. */
    private static final int MAX_CHARS = 40;

    /**
     * Separators of groups that mean the same everywhere: space, no-break space, narrow no-break space and both
     * apostrophes.
     */
    private static final String NEUTRAL_GROUPS = " \u00A0\u202F'\u2019";

    private static final Pattern WHOLE_PLAIN = Pattern.compile("(-?\\d+)(?:[.,]0+)?");
    private static final Pattern WHOLE_GROUPED =
            Pattern.compile("(-?\\d{1,3}(?:([,." + NEUTRAL_GROUPS + "])\\d{3})(?:\\2\\d{3})*)(?:(?!\\2)[.,]0+)?");
    private static final Pattern WITH_POINT = decimal(",", "\\.");
    private static final Pattern WITH_COMMA = decimal(".", ",");

    private NumberText() {}

    /**
     * Reads a number that is whole by its meaning. In {@code 8,192}, {@code 8.192} and {@code 8 192}, every separator
     * groups thousands. A fraction of zeros ({@code 4.0}) is accepted.
     */
    static Optional<BigDecimal> whole(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        // Groups first: three digits after the only separator are thousands, 4.000 is not 4.
        Matcher grouped = WHOLE_GROUPED.matcher(text);
        if (grouped.matches()) {
            return Optional.of(new BigDecimal(grouped.group(1).replaceAll("[^-\\d]", "")));
        }
        Matcher plain = WHOLE_PLAIN.matcher(text);
        return plain.matches() ? Optional.of(new BigDecimal(plain.group(1))) : Optional.empty();
    }

    /**
     * Reads a number that may have a fraction. The separator of the other style groups thousands or makes the number
     * unreadable: if one column could mix both styles, some of its values would be misread.
     */
    public static Optional<BigDecimal> decimal(String text, NumberStyle style) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        Matcher matcher = switch (style) {
            case DECIMAL_POINT -> WITH_POINT.matcher(text);
            case DECIMAL_COMMA -> WITH_COMMA.matcher(text);
        };
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(1).replaceAll("[^-\\d]", "");
        String fraction = matcher.group(3);
        return Optional.of(new BigDecimal(fraction == null ? whole : whole + "." + fraction));
    }

    private static Pattern decimal(String groupSeparator, String decimalSeparator) {
        return Pattern.compile("(-?\\d+|-?\\d{1,3}(?:([" + groupSeparator + NEUTRAL_GROUPS
                + "])\\d{3})(?:\\2\\d{3})*)(?:" + decimalSeparator + "(\\d+))?");
    }
}

package io.modernize.cmdb.inventory.records;

import java.util.regex.Pattern;

/**
 * Makes cells that a spreadsheet shows and does not run. A leading apostrophe makes a piece of a cell text, and stands
 * before each piece that a spreadsheet could take for a formula.
 *
 * <p>A spreadsheet does not only look at the beginning of a cell. With other settings it splits a line at semicolons, tabs
 * and line breaks, and does not honour quotes inside of a piece. Some spreadsheets also skip blanks and quotes, and
 * take the full-width forms of the signs for the signs.
 */
public final class SpreadsheetText {
    private static final String BREAKS = "\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029";

    /** The places where a cell or a piece of one can begin. */
    private static final String BEGINNING = "(?:^|(?<=[;" + BREAKS + "]))";

    /** Characters that may stand before the sign of a formula without taking effect, apostrophes of earlier escapes too. */
    private static final String IGNORED = "[\\p{Z}\\p{Cf}\\p{Cc}\"'&&[^" + BREAKS + "]]*+";

    private static final String FORMULA = "(?=" + IGNORED + "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])";

    /** A tab or a line break at the beginning of a cell can hide a formula from those who look for one. */
    private static final String HIDDEN = "^(?='*+[" + BREAKS + "])";

    private static final Pattern DANGEROUS = Pattern.compile(BEGINNING + FORMULA + "|" + HIDDEN);

    private static final Pattern ESCAPED = Pattern.compile(BEGINNING + "'" + FORMULA + "|^'(?='*+[" + BREAKS + "])");

    private SpreadsheetText() {}

    /** The cell with an apostrophe before each piece that looks like a formula. Other text is not changed. */
    public static String inert(String cell) {
        return DANGEROUS.matcher(cell).replaceAll("'");
    }

    /** The cell that {@link #inert} was given. */
    public static String original(String inert) {
        return ESCAPED.matcher(inert).replaceAll("");
    }
}

package io.modernize.cmdb.inventory.records;

import io.modernize.cmdb.inventory.imports.ImportLimits;
import java.util.Locale;
import java.util.Optional;

/** The conditions that a text must meet to be stored at all, whatever it means. */
public final class CellText {
    private CellText() {}

    /**
     * The reason why this text cannot be stored: it is longer than a cell may be, or has characters that a database
     * text cannot hold.
     */
    public static Optional<RowProblem> problemIn(String column, String text) {
        if (text.length() > ImportLimits.CELL_CHARS) {
            return Optional.of(tooLong(column, text, text.length()));
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of(
                    new RowProblem(column, text, "contains a NUL character, which the database cannot hold"));
        }
        if (hasUnpairedSurrogate(text)) {
            return Optional.of(new RowProblem(column, text, "contains half a surrogate pair, which is no character"));
        }
        return Optional.empty();
    }

    /**
     * The problem of a cell of which only the beginning was kept.
     *
     * @param length of the whole cell
     */
    public static RowProblem tooLong(String column, String beginning, long length) {
        return new RowProblem(
                column,
                beginning,
                String.format(Locale.ROOT, "has %,d characters, at most %,d", length, ImportLimits.CELL_CHARS));
    }

    private static boolean hasUnpairedSurrogate(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!Character.isSurrogatePair(text.charAt(at), at + 1 < text.length() ? text.charAt(at + 1) : ' ')) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }
}

package io.modernize.cmdb.tenancy;

/**
 * Tells whether a text can be a name: people can see it, and it shows what it is. Text that another system has given,
 * such as the name of an asset, needs not pass.
 */
public final class VisibleText {
    /** Both blocks of control characters, what ends a line, and halves of characters. A bit for each category. */
    private static final int DISTURBING = 1 << Character.CONTROL
            | 1 << Character.LINE_SEPARATOR
            | 1 << Character.PARAGRAPH_SEPARATOR
            | 1 << Character.SURROGATE;

    /** A mark alone shows nothing, or only together with what stands before it. A bit for each category. */
    private static final int INVISIBLE = 1 << Character.UNASSIGNED
            | 1 << Character.FORMAT
            | 1 << Character.SPACE_SEPARATOR
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK;

    private VisibleText() {}

    /**
     * Whether something of the text can be seen, and nothing in it breaks the line, changes the direction of what stands
     * beside it, or is half of a character.
     */
    public static boolean isName(String text) {
        return text.codePoints().noneMatch(VisibleText::disturbs)
                && text.codePoints().anyMatch(VisibleText::isVisible);
    }

    private static boolean disturbs(int codePoint) {
        return isIn(DISTURBING, codePoint) || changesDirection(codePoint);
    }

    /** The marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9, table 4). */
    private static boolean changesDirection(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isVisible(int codePoint) {
        return !isIn(INVISIBLE, codePoint) && !isBlankLetter(codePoint);
    }

    private static boolean isIn(int categories, int codePoint) {
        return (categories >> Character.getType(codePoint) & 1) == 1;
    }

    /** The fillers of Hangul and the empty pattern of Braille. By their category they are letters and a symbol. */
    private static boolean isBlankLetter(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x2800;
    }
}

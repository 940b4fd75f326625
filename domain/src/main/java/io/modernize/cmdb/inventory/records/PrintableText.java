package io.modernize.cmdb.inventory.records;

/**
 * Makes text of unknown origin fit for a one-line report. The text is bounded, and invisible characters are written as
 * escapes.
 */
public final class PrintableText {
    private static final String CUT = "…";

    private PrintableText() {}

    /**
     * The printable text of at most {@code maxChars} characters. An ellipsis stands for what is cut off. Printable text
     * is not changed.
     */
    public static String of(String text, int maxChars) {
        StringBuilder printed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            String piece = piece(codePoint);
            int room = maxChars - printed.length() - (at < text.length() ? CUT.length() : 0);
            if (piece.length() > room) {
                return printed.append(CUT).toString();
            }
            printed.append(piece);
        }
        return printed.toString();
    }

    private static String piece(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isInvisible(codePoint) ? "\\u%04X".formatted(codePoint) : Character.toString(codePoint);
        };
    }

    private static boolean isInvisible(int codePoint) {
        // Format characters turn the direction of what follows; half a surrogate pair cannot be written as UTF-8.
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

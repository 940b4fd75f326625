package io.modernize.cmdb.inventory.records;

/** Text of unknown origin made fit for a one-line report: bounded, with invisible characters written as escapes. */
public final class PrintableText {
    private static final String CUT = "…";

    private PrintableText() {}

    /** At most {@code maxChars} characters; what is cut off leaves an ellipsis. Printing twice changes nothing. */
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

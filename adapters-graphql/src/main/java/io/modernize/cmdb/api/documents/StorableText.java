package io.modernize.cmdb.api.documents;

import java.util.function.Supplier;

/**
 * Checks that the database can hold a text. It refuses U+0000 and halves of surrogate pairs, with an error that helps
 * nobody.
 */
final class StorableText {
    private StorableText() {}

    /**
     * Refuses a text that cannot be stored, and so cannot be found either.
     *
     * @param field the name of the variable with the text, or of the document
     * @throws DocumentRefusedException with a code that names the problem
     */
    static void require(Supplier<String> field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(next)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (next == 0 || (Character.isSurrogate(next) && !isPair)) {
                throw new DocumentRefusedException(
                        "BAD_INPUT",
                        field.get(),
                        "A text has the character U+%04X, which cannot be stored.".formatted((int) next),
                        "Leave it out.");
            }
            if (isPair) {
                i++;
            }
        }
    }
}

package io.modernize.cmdb.similarity.search;

/**
 * The text that a user searches for: 1 to 2,000 characters after trimming. Embedding models read some 512 tokens, which
 * are about 2,000 characters of English, and would ignore the rest without a word.
 */
public record QueryText(String value) {
    public static final int MAX_LENGTH = 2_000;

    /** Trims the text. Throws {@link IllegalArgumentException} if {@link #isValid} is false for it. */
    public QueryText {
        value = value.strip();
        if (!isValid(value)) {
            throw new IllegalArgumentException("a query has 1 to " + MAX_LENGTH + " characters, none of them NUL");
        }
    }

    public static boolean isValid(String value) {
        String text = value.strip();
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.indexOf('\0') < 0;
    }
}

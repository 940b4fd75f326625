package io.modernize.cmdb.similarity.search;

/**
 * The greatest number of assets that a search returns: 1 to 100. Nobody reads more, and each costs a row and its JSON.
 */
public record TopK(int value) {
    public static final int MIN = 1;
    public static final int MAX = 100;
    public static final int DEFAULT = 5;

    /** Throws {@link IllegalArgumentException} outside the range. */
    public TopK {
        if (!isValid(value)) {
            throw new IllegalArgumentException("topK is " + MIN + " to " + MAX);
        }
    }

    public static boolean isValid(int value) {
        return value >= MIN && value <= MAX;
    }
}

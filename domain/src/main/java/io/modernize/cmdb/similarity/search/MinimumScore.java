package io.modernize.cmdb.similarity.search;

/** The least cosine similarity that a hit may have. It lies between -1, which every asset reaches, and 1. */
public record MinimumScore(double value) {
    public static final MinimumScore NONE = new MinimumScore(-1);

    /** Throws {@link IllegalArgumentException} outside the range. */
    public MinimumScore {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a minimum score is -1 to 1");
        }
    }

    public static boolean isValid(double value) {
        return value >= -1 && value <= 1;
    }
}

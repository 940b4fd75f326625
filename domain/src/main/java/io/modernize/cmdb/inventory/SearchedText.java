package io.modernize.cmdb.inventory;

/**
 * Bounds of what a search by words sees of an asset. An asset keeps its whole text, and words behind a bound find nothing.
 * One row therefore costs the searches of its client account no more than so much. The database's functions {@code
 * searched_text} have the same bounds.
 */
public final class SearchedText {
    /**
     * The bound of one text in characters (code points). The widest texts of ServiceNow have 4,000, and a description is made
     * of two of them.
     */
    public static final int TEXT_CHARS = 8_000;

    /**
     * The bound of a list of texts in characters, with one blank between two of them. 64 addresses of IPv6 have 2,600, and
     * 128 tags of 30 characters fit.
     */
    public static final int LIST_CHARS = 4_000;

    private SearchedText() {}
}

package io.modernize.cmdb.similarity.duplicates;

/** The relation between the names of two assets. */
enum NameRelation {
    /** The assets have the same fully qualified name. One machine has it by its nature. */
    SAME_QUALIFIED,
    /** The names are the same, ignoring case and separators. At least one of them is not qualified. */
    SAME,
    /** The names differ in one letter of a long word, as by a typing error. */
    SIMILAR,
    /**
     * The names follow one scheme and differ on purpose: in a number ({@code proxy01}, {@code proxy02}), in a word
     * ({@code crm-web}, {@code crm-db}) or in the domain ({@code db01} of production and of staging). Such assets have
     * like descriptions, because they are alike, and yet are two things.
     */
    SIBLINGS,
    /** The names have nothing in common, or too little of a name. */
    UNRELATED
}

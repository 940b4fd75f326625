package io.modernize.cmdb.similarity.duplicates;

/** What the names of two assets say about them. */
enum NameRelation {
    /** One fully qualified name, which by its nature one machine has. */
    SAME_QUALIFIED,
    /** One name but for case and separators, of which at least one asset's is not qualified. */
    SAME,
    /** The same but for one letter of a long word: a slip. */
    SIMILAR,
    /**
     * Names of one scheme that differ on purpose: in a number ({@code proxy01}, {@code proxy02}), in a word
     * ({@code crm-web}, {@code crm-db}) or in the domain ({@code db01} of production and of staging). Such assets are
     * described alike because they are alike, and yet are two.
     */
    SIBLINGS,
    /** Nothing in common, or too little of a name. */
    UNRELATED
}

package io.modernize.cmdb.similarity.search;

/** What a search compares. */
public enum SearchMode {
    /** Meaning: hits are the assets whose embeddings lie nearest to the query's. */
    SEMANTIC,
    /**
     * Words and identifiers: hits have words of the query, or an identifier that equals the query, begins with it or is
     * like it.
     */
    LEXICAL,
    /** Meaning and words, fused by {@link ReciprocalRankFusion}. Assets whose identifier is the query come first. */
    HYBRID
}

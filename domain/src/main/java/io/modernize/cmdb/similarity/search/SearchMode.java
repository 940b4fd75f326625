package io.modernize.cmdb.similarity.search;

/** What a search goes by. */
public enum SearchMode {
    /** Meaning: hits are the assets whose embeddings lie nearest to the query's. */
    SEMANTIC,
    /** Words and identifiers: hits have words of the query, or an identifier that equals it, begins with it or is like it. */
    LEXICAL,
    /** Both, fused by {@link ReciprocalRankFusion}; identifiers first. */
    HYBRID
}

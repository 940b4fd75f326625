package io.modernize.cmdb.similarity.search;

/** The way in which a search finds its hits. */
public sealed interface SearchPlan {

    /** Every candidate's vector is compared with the query's. Recall is 1 by construction. */
    record Exact() implements SearchPlan {}

    /**
     * Every candidate's binary code is compared with the query's, and then the vectors of the best candidates. A hit is
     * missed only if its code ranks behind all of these.
     *
     * @param rerankCount the number of candidates whose vectors are compared
     */
    record Quantised(int rerankCount) implements SearchPlan {}

    /**
     * The HNSW index of the client account is searched, and by their codes the rows that were written since it was
     * built.
     *
     * @param indexName the name in the database
     * @param efSearch the size of the dynamic candidate list; the search goes on beyond it until it has enough hits
     */
    record Approximate(String indexName, int efSearch) implements SearchPlan {}

    /**
     * Words and identifiers are looked up in the client account's entries of an inverted index. No vector is compared.
     */
    record Text() implements SearchPlan {}
}

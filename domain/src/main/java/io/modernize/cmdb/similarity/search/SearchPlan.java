package io.modernize.cmdb.similarity.search;

/** How a search found its hits. */
public sealed interface SearchPlan {

    /** Every candidate's vector was compared with the query: recall is 1 by construction. */
    record Exact() implements SearchPlan {}

    /**
     * Every candidate's binary code was compared with the query's, and the best so many by their vectors. Hits are
     * missed only where the code of one ranks behind all of those.
     *
     * @param rerankCount candidates whose vectors were compared
     */
    record Quantised(int rerankCount) implements SearchPlan {}

    /**
     * The client account's own HNSW index was searched, and by their codes the rows written since it was built.
     *
     * @param indexName in the database
     * @param efSearch size of the dynamic candidate list; the search goes on beyond it until it has enough hits
     */
    record Approximate(String indexName, int efSearch) implements SearchPlan {}

    /** Words and identifiers were looked up in the client account's entries of an inverted index; no vector was. */
    record Text() implements SearchPlan {}
}

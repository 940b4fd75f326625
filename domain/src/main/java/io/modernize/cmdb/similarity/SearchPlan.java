package io.modernize.cmdb.similarity;

/** How a search found its hits. */
public sealed interface SearchPlan {

    /** Every candidate was compared with the query: recall is 1 by construction. */
    record Exact() implements SearchPlan {}
}

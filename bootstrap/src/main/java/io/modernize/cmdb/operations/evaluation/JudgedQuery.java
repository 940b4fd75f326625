package io.modernize.cmdb.operations.evaluation;

import java.util.Set;

/**
 * A query and the assets that a person judged to be right answers.
 *
 * @param kind the sort of the query, for example {@code semantic} or {@code identifier}
 * @param relevant names of assets, at least one
 */
record JudgedQuery(String query, String kind, Set<String> relevant) {
    JudgedQuery {
        if (query == null
                || query.isBlank()
                || kind == null
                || kind.isBlank()
                || relevant == null
                || relevant.isEmpty()) {
            throw new IllegalArgumentException("a judged query has a text, a kind and at least one relevant asset");
        }
        relevant = Set.copyOf(relevant);
    }
}

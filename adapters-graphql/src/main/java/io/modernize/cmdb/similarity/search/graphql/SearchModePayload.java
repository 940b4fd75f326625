package io.modernize.cmdb.similarity.search.graphql;

import io.modernize.cmdb.similarity.search.SearchMode;

/** GraphQL enum {@code SearchMode}. */
public enum SearchModePayload {
    SEMANTIC(SearchMode.SEMANTIC),
    LEXICAL(SearchMode.LEXICAL),
    HYBRID(SearchMode.HYBRID);

    private final SearchMode mode;

    SearchModePayload(SearchMode mode) {
        this.mode = mode;
    }

    SearchMode toDomain() {
        return mode;
    }
}

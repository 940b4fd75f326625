package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.QueryText;
import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.search.TopK;
import io.modernize.cmdb.similarity.search.application.SimilarAssetsQuery;

/** A way to ask the same question. */
enum TextVariant {
    SEMANTIC(SearchMode.SEMANTIC, false, "semantic"),
    LEXICAL(SearchMode.LEXICAL, false, "lexical"),
    HYBRID(SearchMode.HYBRID, false, "hybrid"),
    HIGHLIGHTED(SearchMode.HYBRID, true, "hybrid, highlights");

    private static final TopK TOP = new TopK(10);

    private final SearchMode mode;
    private final boolean highlights;
    private final String label;

    TextVariant(SearchMode mode, boolean highlights, String label) {
        this.mode = mode;
        this.highlights = highlights;
        this.label = label;
    }

    String label() {
        return label;
    }

    SimilarAssetsQuery query(TextQuestion question) {
        return new SimilarAssetsQuery(
                question.scope(),
                new QueryText(question.text()),
                mode,
                TOP,
                question.filter(),
                MinimumScore.NONE,
                highlights);
    }
}

package io.modernize.cmdb.operations.evaluation;

import io.modernize.cmdb.similarity.search.SearchMode;
import io.modernize.cmdb.similarity.spaces.RankingQuality;
import io.modernize.cmdb.tenancy.EngagementId;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs judged queries and judges the answers. */
public final class SearchEvaluation {
    /**
     * The greatest number of hits of a search. A reciprocal rank is therefore 0 only if nothing relevant is among so
     * many.
     */
    private static final int TOP_K = 100;

    private final SearchClient client;

    public SearchEvaluation(SearchClient client) {
        this.client = client;
    }

    /** Searches inside one engagement, in each of the modes. */
    public QualityReport run(JudgedQueries queries, EngagementId engagementId, Set<SearchMode> modes)
            throws IOException {
        QualityReport report = new QualityReport(modes);
        for (JudgedQuery query : queries.all()) {
            Map<SearchMode, RankingQuality> qualities = new EnumMap<>(SearchMode.class);
            for (SearchMode mode : modes) {
                List<String> names = client.search(query.query(), engagementId, mode, TOP_K);
                qualities.put(mode, RankingQuality.of(names, query.relevant()));
            }
            report.add(query, qualities);
        }
        return report;
    }
}

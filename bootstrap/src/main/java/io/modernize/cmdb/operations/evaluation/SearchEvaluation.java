package io.modernize.cmdb.operations.evaluation;

import io.modernize.cmdb.tenancy.EngagementId;
import java.io.IOException;

/** Runs judged queries and judges the answers. */
public final class SearchEvaluation {
    /** The most that a search returns, so that a reciprocal rank is 0 only where nothing relevant is among them. */
    private static final int TOP_K = 100;

    private final SearchClient client;

    public SearchEvaluation(SearchClient client) {
        this.client = client;
    }

    /** Searches inside one engagement. */
    public QualityReport run(JudgedQueries queries, EngagementId engagementId) throws IOException {
        QualityReport report = new QualityReport();
        for (JudgedQuery query : queries.all()) {
            report.add(
                    query.kind(),
                    RankingQuality.of(client.search(query.query(), engagementId.toString(), TOP_K), query.relevant()));
        }
        return report;
    }
}

package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.JdbcTenantTransactions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * Runs searches by a vector in one tenant transaction. It surveys the candidates, lets the {@link SearchPlanPolicy}
 * choose a plan, and runs the statement of that plan.
 */
@Component
class PlannedSearch {
    private final JdbcTenantTransactions transactions;
    private final SearchPlanPolicy policy;
    private final RecentSurveys surveys;

    PlannedSearch(JdbcTenantTransactions transactions, SearchPlanPolicy policy, RecentSurveys surveys) {
        this.transactions = transactions;
        this.policy = policy;
        this.surveys = surveys;
    }

    /** Makes the answer of a search after its statement has run. */
    @FunctionalInterface
    interface Answer {
        /** @param candidates the candidates of the search by the vector, counted before the search or seen by it */
        SimilarAssets of(FoundAssets found, SearchPlan plan, CandidateCount candidates);
    }

    /**
     * Runs a search.
     *
     * @param given the plan; null for the plan that costs least
     * @param sql makes the statements that find the nearest assets; {@link FoundAssets} reads their rows
     */
    SimilarAssets run(
            TenantScope scope,
            NearestQuery query,
            @Nullable SearchPlan given,
            SearchSql sql,
            ResultSetExtractor<FoundAssets> reader,
            Answer answer) {
        if (query.vector().dimensions() != query.space().dimensions()) {
            throw new IllegalArgumentException("a vector of " + query.vector().dimensions()
                    + " dimensions lies outside the space " + query.space());
        }
        Execution execution = new Execution(scope, query, sql, reader, answer);
        Optional<Survey> recent = given == null ? surveys.of(scope, query) : Optional.empty();
        if (recent.isPresent()) {
            return execution.search(recent.get(), execution.choose(recent.get()));
        }
        int limit = policy.candidateLimit() + 1;
        return transactions.inScope(
                scope, sql.survey(limit), sql.parameters(), row -> Survey.of(row, limit), survey -> {
                    surveys.keep(scope, query, survey);
                    return execution.search(survey, given == null ? execution.choose(survey) : given);
                });
    }

    private final class Execution {
        private final TenantScope scope;
        private final NearestQuery query;
        private final SearchSql sql;
        private final ResultSetExtractor<FoundAssets> reader;
        private final Answer answer;

        Execution(
                TenantScope scope,
                NearestQuery query,
                SearchSql sql,
                ResultSetExtractor<FoundAssets> reader,
                Answer answer) {
            this.scope = scope;
            this.query = query;
            this.sql = sql;
            this.reader = reader;
            this.answer = answer;
        }

        SearchPlan choose(Survey survey) {
            return policy.choose(query.space().dimensions(), query.topK(), survey.candidates(), survey.profile());
        }

        /** Searches in the transaction of the survey. If the survey is a recent one, the search has its own transaction. */
        SimilarAssets search(Survey survey, SearchPlan plan) {
            return transactions.inScope(
                    scope,
                    sql.statement(plan, survey.profile(), withoutIndex(survey)),
                    sql.parameters(),
                    reader,
                    found -> answer(survey, plan, found));
        }

        private SearchPlan.Quantised withoutIndex(Survey survey) {
            return policy.quantised(query.topK(), survey.profile());
        }

        SimilarAssets answer(Survey survey, SearchPlan plan, FoundAssets found) {
            boolean tooFew = found.nearest() < query.topK().value();
            // An HNSW scan gives up after a number of tuples, and a vacuum may have left its graph thin. No hit may be
            // missing for these reasons.
            if (tooFew
                    && plan instanceof SearchPlan.Approximate
                    && survey.candidates().value() > found.nearest()) {
                return search(survey, withoutIndex(survey));
            }
            // Counted before the search; where it found less than it asked for, it has seen all there are.
            CandidateCount candidates = tooFew ? CandidateCount.exactly(found.nearest()) : survey.candidates();
            return answer.of(found, plan, candidates);
        }
    }
}

package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.inventory.persistence.AssetRow;
import io.modernize.cmdb.similarity.CandidateCount;
import io.modernize.cmdb.similarity.SearchPlan;
import io.modernize.cmdb.similarity.SearchPlanPolicy;
import io.modernize.cmdb.similarity.SimilarAsset;
import io.modernize.cmdb.similarity.SimilarAssets;
import io.modernize.cmdb.similarity.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.MultiStatement;
import io.modernize.cmdb.tenancy.persistence.PipelinedTenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Searches in pgvector: surveys the candidates, lets the {@link SearchPlanPolicy} choose, and runs the plan, all in one
 * tenant transaction.
 */
@Component
class PgvectorEmbeddingIndex implements EmbeddingIndex {
    private final PipelinedTenantTransactions transactions;
    private final SearchPlanPolicy policy;
    private final RecentSurveys surveys;
    private final NamedParameterJdbcTemplate jdbc;

    PgvectorEmbeddingIndex(
            PipelinedTenantTransactions transactions,
            SearchPlanPolicy policy,
            RecentSurveys surveys,
            NamedParameterJdbcTemplate jdbc) {
        this.transactions = transactions;
        this.policy = policy;
        this.surveys = surveys;
        this.jdbc = jdbc;
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query) {
        return inTransaction(scope, query, null);
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query, SearchPlan plan) {
        return inTransaction(scope, query, plan);
    }

    private SimilarAssets inTransaction(TenantScope scope, NearestQuery query, @Nullable SearchPlan given) {
        if (query.vector().dimensions() != query.space().dimensions()) {
            throw new IllegalArgumentException("a vector of " + query.vector().dimensions()
                    + " dimensions lies outside the space " + query.space());
        }
        SearchSql sql = SearchSql.of(scope, query);
        Optional<Survey> recent = given == null ? surveys.of(scope, query) : Optional.empty();
        if (recent.isPresent()) {
            Survey survey = recent.get();
            SearchPlan plan = choose(query, survey);
            return transactions.inScope(
                    scope,
                    statement(query, sql, survey, plan),
                    sql.parameters(),
                    PgvectorEmbeddingIndex::hits,
                    found -> answer(query, sql, survey, plan, found));
        }
        int limit = policy.candidateLimit() + 1;
        return transactions.inScope(
                scope, sql.survey(limit), sql.parameters(), row -> Survey.of(row, limit), survey -> {
                    surveys.keep(scope, query, survey);
                    return search(query, sql, survey, given == null ? choose(query, survey) : given);
                });
    }

    private SearchPlan choose(NearestQuery query, Survey survey) {
        return policy.choose(query.space().dimensions(), query.topK(), survey.candidates(), survey.profile());
    }

    private SimilarAssets search(NearestQuery query, SearchSql sql, Survey survey, SearchPlan plan) {
        List<SimilarAsset> found = Objects.requireNonNull(jdbc.execute(
                statement(query, sql, survey, plan),
                sql.parameters(),
                prepared -> MultiStatement.firstRows(prepared, PgvectorEmbeddingIndex::hits)));
        return answer(query, sql, survey, plan, found);
    }

    private String statement(NearestQuery query, SearchSql sql, Survey survey, SearchPlan plan) {
        return sql.statement(plan, survey.profile(), withoutIndex(query, survey));
    }

    private SearchPlan.Quantised withoutIndex(NearestQuery query, Survey survey) {
        return policy.quantised(query.topK(), survey.profile());
    }

    private SimilarAssets answer(
            NearestQuery query, SearchSql sql, Survey survey, SearchPlan plan, List<SimilarAsset> found) {
        boolean tooFew = found.size() < query.topK().value();
        // An HNSW scan gives up after so many tuples, and a vacuum may have left its graph thin: nothing that exists
        // may be missing for that.
        if (tooFew
                && plan instanceof SearchPlan.Approximate
                && survey.candidates().value() > found.size()) {
            return search(query, sql, survey, withoutIndex(query, survey));
        }
        // Counted before the search; where it found less than it asked for, it has seen all there are.
        CandidateCount candidates = tooFew ? CandidateCount.exactly(found.size()) : survey.candidates();
        return SimilarAssets.of(found, query.topK(), query.minimumScore(), plan, candidates);
    }

    private static List<SimilarAsset> hits(ResultSet row) throws SQLException {
        List<SimilarAsset> hits = new ArrayList<>();
        while (row.next()) {
            hits.add(new SimilarAsset(
                    AssetRow.toDomain(row), Math.clamp(row.getDouble("score"), -1.0, 1.0), row.getBoolean("stale")));
        }
        return hits;
    }
}

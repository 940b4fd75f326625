package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.similarity.filter.CandidateCount;
import io.modernize.cmdb.similarity.search.MinimumScore;
import io.modernize.cmdb.similarity.search.ReciprocalRankFusion;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.application.TextIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.JdbcTenantTransactions;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Searches PostgreSQL's full text, alone or together with pgvector in one statement. */
@Component
class PostgresTextIndex implements TextIndex {
    private final JdbcTenantTransactions transactions;
    private final PlannedSearch search;

    PostgresTextIndex(JdbcTenantTransactions transactions, PlannedSearch search) {
        this.transactions = transactions;
        this.search = search;
    }

    @Override
    public SimilarAssets matching(TenantScope scope, TextQuery query) {
        TextSql sql = TextSql.of(scope, query);
        FoundAssets found = transactions.inScope(
                scope,
                sql.matching(),
                sql.parameters(),
                row -> FoundAssets.ofText(row, query.text()),
                Function.identity());
        return SimilarAssets.ofMatches(found.hits(), query.topK(), matches(found));
    }

    private static CandidateCount matches(FoundAssets found) {
        return found.matches() < 0 ? CandidateCount.atLeast(-found.matches()) : CandidateCount.exactly(found.matches());
    }

    @Override
    public SimilarAssets fused(TenantScope scope, FusedQuery query) {
        TextQuery text = query.text();
        NearestQuery nearest = new NearestQuery(
                query.space(),
                query.vector(),
                ReciprocalRankFusion.depth(text.topK()),
                text.filter(),
                MinimumScore.NONE,
                text.excluded());
        SearchSql sql = SearchSql.of(scope, nearest, TextSql.of(scope, text), query.minimumScore());
        return search.run(
                scope,
                nearest,
                null,
                sql,
                row -> FoundAssets.ofText(row, text.text()),
                (found, plan, candidates) ->
                        SimilarAssets.ofFused(found.hits(), text.topK(), query.minimumScore(), plan, candidates));
    }
}

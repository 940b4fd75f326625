package io.modernize.cmdb.similarity.search.persistence;

import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SimilarAssets;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches embeddings in pgvector. */
@Component
class PgvectorEmbeddingIndex implements EmbeddingIndex {
    private final PlannedSearch search;

    PgvectorEmbeddingIndex(PlannedSearch search) {
        this.search = search;
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query) {
        return run(scope, query, null);
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query, SearchPlan plan) {
        return run(scope, query, plan);
    }

    private SimilarAssets run(TenantScope scope, NearestQuery query, @Nullable SearchPlan plan) {
        return search.run(
                scope,
                query,
                plan,
                SearchSql.of(scope, query),
                FoundAssets::ofNearest,
                (found, chosen, candidates) ->
                        SimilarAssets.of(found.hits(), query.topK(), query.minimumScore(), chosen, candidates));
    }
}

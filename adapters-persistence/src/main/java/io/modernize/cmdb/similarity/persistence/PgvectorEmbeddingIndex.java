package io.modernize.cmdb.similarity.persistence;

import com.pgvector.PGvector;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.Completeness;
import io.modernize.cmdb.similarity.SearchPlan;
import io.modernize.cmdb.similarity.SimilarAsset;
import io.modernize.cmdb.similarity.SimilarAssets;
import io.modernize.cmdb.similarity.application.EmbeddingIndex;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the query with every embedding of the scope that passes the filter. */
@Component
class PgvectorEmbeddingIndex implements EmbeddingIndex {
    private static final String CANDIDATES = """
        from cmdb_asset_embeddings e
        join cmdb_assets a on a.client_account_id = e.client_account_id and a.id = e.asset_id
        where e.client_account_id = :client and a.client_account_id = :client
          and e.embedding_space_id = :space
          and (:excluded::uuid is null or e.asset_id <> :excluded::uuid)
        """;

    private final TenantTransactions transactions;
    private final AssetCatalog catalog;
    private final JdbcClient jdbc;

    PgvectorEmbeddingIndex(TenantTransactions transactions, AssetCatalog catalog, JdbcClient jdbc) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.jdbc = jdbc;
    }

    @Override
    public SimilarAssets nearest(TenantScope scope, NearestQuery query) {
        if (query.vector().dimensions() != query.space().dimensions()) {
            throw new IllegalArgumentException("a vector of " + query.vector().dimensions()
                    + " dimensions lies outside the space " + query.space());
        }
        return transactions.inScope(scope, () -> nearestInTransaction(scope, query));
    }

    private SimilarAssets nearestInTransaction(TenantScope scope, NearestQuery query) {
        List<Neighbour> neighbours = neighbours(scope, query);
        long candidates = neighbours.isEmpty() ? 0 : neighbours.getFirst().candidates();
        Map<AssetId, Asset> assets =
                catalog
                        .findAll(
                                scope,
                                neighbours.stream().map(Neighbour::assetId).toList())
                        .stream()
                        .collect(Collectors.toMap(Asset::id, Function.identity()));
        // An asset is absent where another transaction deleted it between the two statements.
        List<SimilarAsset> hits = neighbours.stream()
                .flatMap(neighbour -> Stream.ofNullable(assets.get(neighbour.assetId()))
                        .map(asset -> new SimilarAsset(asset, neighbour.score(), neighbour.stale())))
                .toList();
        Completeness completeness = hits.size() == query.topK().value()
                ? new Completeness.Complete()
                : new Completeness.FewerCandidates(candidates);
        return new SimilarAssets(hits, new SearchPlan.Exact(), candidates, completeness);
    }

    private List<Neighbour> neighbours(TenantScope scope, NearestQuery query) {
        AssetFilterSql filter = AssetFilterSql.of(query.filter());
        UUID[] engagementIds = engagementIds(scope);
        String engagements = engagementIds == null ? "" : " and e.engagement_id = any(:engagements)";
        return jdbc.sql("select e.asset_id, 1 - (e.embedding <=> :vector::vector::halfvec) as score,"
                        + " e.content_hash <> a.content_hash as stale, count(*) over () as candidates "
                        + CANDIDATES + engagements + filter.conditions()
                        + " order by e.embedding <=> :vector::vector::halfvec, e.asset_id limit :limit")
                .param("client", scope.clientAccountId().value())
                .param("space", query.space().id().value())
                .param(
                        "excluded",
                        query.excluded() == null ? null : query.excluded().value())
                .param("engagements", engagementIds)
                .param("vector", new PGvector(query.vector().toArray()))
                .param("limit", query.topK().value())
                .params(filter.parameters())
                .query((row, number) -> new Neighbour(
                        new AssetId(row.getObject("asset_id", UUID.class)),
                        Math.clamp(row.getDouble("score"), -1.0, 1.0),
                        row.getBoolean("stale"),
                        row.getLong("candidates")))
                .list();
    }

    private static UUID @Nullable [] engagementIds(TenantScope scope) {
        return switch (scope.engagements()) {
            case EngagementSelection.All() -> null;
            case EngagementSelection.Only(var ids) ->
                ids.stream().map(EngagementId::value).toArray(UUID[]::new);
        };
    }

    /** @param candidates of the whole search, the same in each row */
    private record Neighbour(AssetId assetId, double score, boolean stale, long candidates) {}
}

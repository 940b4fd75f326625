package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.FloatArrays;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Stores embeddings in {@code cmdb_asset_embeddings}. */
@Component
class PgvectorEmbeddingStore implements EmbeddingStore {
    private static final String DUE = """
        from cmdb_assets a
        left join cmdb_asset_embeddings e on e.client_account_id = a.client_account_id
            and e.asset_id = a.id and e.embedding_space_id = :space
        where a.client_account_id = :client
          and (:allEngagements or a.engagement_id = any(:engagements))
          and (e.asset_id is null or e.content_hash <> a.document_hash)
          and not exists (select from embedding_refusals r
              where r.client_account_id = a.client_account_id and r.embedding_space_id = :space
                and r.asset_id = a.id and r.content_hash = a.document_hash)
        """;

    private final TenantJdbc jdbc;
    private final AssetCatalog catalog;
    private final EmbeddingUpsert upserts;

    PgvectorEmbeddingStore(TenantJdbc jdbc, AssetCatalog catalog, JdbcTemplate statements) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.upserts = new EmbeddingUpsert(statements);
    }

    @Override
    public long countDue(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(
                scope,
                () -> bound("select count(*) " + DUE, scope, space)
                        .query(Long.class)
                        .single());
    }

    @Override
    public List<Asset> findDue(TenantScope scope, EmbeddingSpace space, @Nullable AssetId after, int limit) {
        return jdbc.inScope(scope, () -> {
            List<AssetId> ids = bound(
                            "select a.id " + DUE
                                    + " and (:after::uuid is null or a.id > :after::uuid) order by a.id limit :limit",
                            scope,
                            space)
                    .param("after", after == null ? null : after.value())
                    .param("limit", limit)
                    .query((row, number) -> new AssetId(row.getObject("id", UUID.class)))
                    .list();
            return inOrder(ids, catalog.findAll(scope, ids));
        });
    }

    private static List<Asset> inOrder(List<AssetId> ids, List<Asset> assets) {
        Map<AssetId, Integer> positions = new HashMap<>();
        ids.forEach(id -> positions.put(id, positions.size()));
        return assets.stream()
                .sorted(Comparator.comparing(asset -> positions.getOrDefault(asset.id(), Integer.MAX_VALUE)))
                .toList();
    }

    @Override
    public void save(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings) {
        List<AssetEmbedding> rows = embeddings.stream()
                .filter(embedding -> scope.engagements().includes(embedding.engagementId()))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.runInScope(scope, () -> upserts.execute(scope, space, rows));
        }
    }

    @Override
    public Optional<EmbeddingVector> find(TenantScope scope, EmbeddingSpace space, AssetId assetId) {
        return jdbc.inScope(
                scope,
                () -> bound("""
                    select embedding::vector::float4[] as embedding from cmdb_asset_embeddings e
                    where e.client_account_id = :client and e.embedding_space_id = :space
                      and e.asset_id = :asset
                      and (:allEngagements or e.engagement_id = any(:engagements))
                    """, scope, space)
                        .param("asset", assetId.value())
                        .query((row, number) -> EmbeddingVector.normalised(FloatArrays.read(row, "embedding")))
                        .optional());
    }

    @Override
    public long count(TenantScope scope, EmbeddingSpace space) {
        return jdbc.inScope(
                scope, () -> bound("""
                    select count(*) from cmdb_asset_embeddings e
                    where e.client_account_id = :client and e.embedding_space_id = :space
                      and (:allEngagements or e.engagement_id = any(:engagements))
                    """, scope, space).query(Long.class).single());
    }

    private StatementSpec bound(String sql, TenantScope scope, EmbeddingSpace space) {
        return jdbc.sql(scope, sql).param("space", space.id().value());
    }
}

package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetVectors;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the vectors in {@code cmdb_asset_embeddings}. */
@Component
class PgvectorAssetVectors implements AssetVectors {
    private static final String PAGE = """
        select e.asset_id, e.embedding_space_id, a.source_system, a.external_key, s.provider, s.model, s.dimensions,
            s.template_version, e.embedding::vector::float4[] as embedding
        from cmdb_asset_embeddings e
        join cmdb_assets a on a.client_account_id = :client and a.id = e.asset_id
        join embedding_spaces s on s.id = e.embedding_space_id
        where e.client_account_id = :client and e.engagement_id = :engagement
          and (:asset::uuid is null or (e.asset_id, e.embedding_space_id) > (:asset::uuid, :space::uuid))
        order by e.asset_id, e.embedding_space_id
        limit :limit
        """;

    private final TenantJdbc jdbc;

    PgvectorAssetVectors(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AssetVector> page(TenantScope scope, EngagementId engagementId, @Nullable Position after, int limit) {
        scope.requireCovers(engagementId);
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, PAGE)
                        .param("engagement", engagementId.value())
                        .param("asset", after == null ? null : after.assetId().value())
                        .param("space", after == null ? null : after.spaceId())
                        .param("limit", limit)
                        .query(PgvectorAssetVectors::vector)
                        .list());
    }

    private static AssetVector vector(ResultSet row, int number) throws SQLException {
        return new AssetVector(
                new Position(
                        new AssetId(row.getObject("asset_id", UUID.class)),
                        row.getObject("embedding_space_id", UUID.class)),
                new AssetKey(row.getString("source_system"), row.getString("external_key")),
                new Space(
                        row.getString("provider"),
                        row.getString("model"),
                        row.getInt("dimensions"),
                        row.getInt("template_version")),
                List.of((Float[]) row.getArray("embedding").getArray()));
    }
}

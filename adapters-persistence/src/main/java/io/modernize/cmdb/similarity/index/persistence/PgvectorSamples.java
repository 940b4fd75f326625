package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.FloatArrays;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Draws vectors from {@code cmdb_asset_embeddings}. It draws asset ids from an index alone, then reads the vectors of
 * these.
 */
@Component
class PgvectorSamples implements VectorSamples {
    private final TenantJdbc jdbc;

    PgvectorSamples(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredVector> draw(TenantScope scope, EmbeddingSpace space, int count, long seed) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    with drawn as materialized (
                        select e.asset_id, uuid_hash_extended(e.asset_id, :seed) as position
                        from cmdb_asset_embeddings e
                        where e.client_account_id = :client and e.embedding_space_id = :space
                          and (:allEngagements or e.engagement_id = any(:engagements))
                        order by position, e.asset_id
                        limit :count)
                    select e.asset_id, e.embedding::vector::float4[] as embedding
                    from drawn
                    join cmdb_asset_embeddings e on e.client_account_id = :client and e.asset_id = drawn.asset_id
                        and e.embedding_space_id = :space
                    order by drawn.position, e.asset_id
                    """)
                        .param("space", space.id().value())
                        .param("count", count)
                        .param("seed", seed)
                        .query((row, number) -> new StoredVector(
                                new AssetId(row.getObject("asset_id", UUID.class)),
                                EmbeddingVector.normalised(FloatArrays.read(row, "embedding"))))
                        .list());
    }
}

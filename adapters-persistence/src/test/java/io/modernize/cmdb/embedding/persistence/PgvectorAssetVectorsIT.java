package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetVectors;
import io.modernize.cmdb.inventory.application.AssetVectorsContract;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class PgvectorAssetVectorsIT extends AssetVectorsContract {
    private final DatabaseWorld world;

    @Autowired
    PgvectorAssetVectorsIT(DatabaseWorld world, AssetVectors vectors) {
        super(world, vectors);
        this.world = world;
    }

    @Override
    protected void embedTwice(TenantScope scope, EngagementId engagementId, AssetId assetId) {
        for (EmbeddingSpace space : List.of(world.newSpace(2), world.newSpace(2))) {
            world.store()
                    .save(
                            scope,
                            space,
                            List.of(new AssetEmbedding(
                                    assetId,
                                    engagementId,
                                    EmbeddingVector.normalised(new float[] {0, 1}),
                                    ContentHash.ofBytes(new byte[32]))));
        }
    }
}

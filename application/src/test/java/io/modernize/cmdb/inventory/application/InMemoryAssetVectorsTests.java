package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetVectors.Space;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.UUID;

class InMemoryAssetVectorsTests extends AssetVectorsContract {
    private final InMemoryAssetVectors vectors;

    InMemoryAssetVectorsTests() {
        InMemoryAssetWorld world = InMemoryAssetWorld.empty();
        InMemoryAssetVectors vectors = new InMemoryAssetVectors(world.catalog());
        super(world, vectors);
        this.vectors = vectors;
    }

    @Override
    protected void embedTwice(TenantScope scope, EngagementId engagementId, AssetId assetId) {
        for (String model : List.of("one", "other")) {
            vectors.add(assetId, UUID.randomUUID(), new Space("test", model, 2, 1), List.of(0f, 1f));
        }
    }
}

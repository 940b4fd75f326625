package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetRelations;
import io.modernize.cmdb.inventory.application.InMemoryAssetWorld;
import io.modernize.cmdb.similarity.search.application.InMemoryEmbeddingIndex;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

/** Assets and embeddings in memory. */
public record InMemoryEmbeddingWorld(InMemoryAssetWorld assets, InMemoryEmbeddingIndex store)
        implements EmbeddingWorld {
    public static InMemoryEmbeddingWorld empty() {
        InMemoryAssetWorld assets = InMemoryAssetWorld.empty();
        return new InMemoryEmbeddingWorld(assets, new InMemoryEmbeddingIndex(assets.catalog()));
    }

    @Override
    public TwoClients clients() {
        return assets.clients();
    }

    @Override
    public InMemoryAssetCatalog catalog() {
        return assets.catalog();
    }

    @Override
    public InMemoryAssetRelations relations() {
        return assets.relations();
    }

    @Override
    public void delete(TenantScope scope, AssetId assetId) {
        assets.delete(scope, assetId);
    }

    @Override
    public EmbeddingSpace newSpace(int dimensions) {
        return InactiveSpaces.create(dimensions);
    }
}

package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

/** Assets and relations in memory. */
public record InMemoryAssetWorld(TwoClients clients, InMemoryAssetCatalog catalog, InMemoryAssetRelations relations)
        implements AssetWorld {
    public static InMemoryAssetWorld empty() {
        InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
        return new InMemoryAssetWorld(TwoClients.random(), catalog, new InMemoryAssetRelations(catalog));
    }

    @Override
    public void delete(TenantScope scope, AssetId assetId) {
        catalog.delete(scope, assetId);
    }
}

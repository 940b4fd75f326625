package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryAssetCatalogTests extends AssetCatalogContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryAssetRelations relations = new InMemoryAssetRelations(catalog);

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected AssetRelations relations() {
        return relations;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }
}

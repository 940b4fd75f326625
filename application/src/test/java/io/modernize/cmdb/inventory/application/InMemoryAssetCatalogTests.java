package io.modernize.cmdb.inventory.application;

class InMemoryAssetCatalogTests extends AssetCatalogContract {
    InMemoryAssetCatalogTests() {
        super(InMemoryAssetWorld.empty());
    }
}

package io.modernize.cmdb.inventory.application;

class InMemoryAssetImportLogTests extends AssetImportLogContract {
    InMemoryAssetImportLogTests() {
        InMemoryAssetWorld world = InMemoryAssetWorld.empty();
        super(world, new InMemoryAssetImportLog(world.catalog()));
    }
}

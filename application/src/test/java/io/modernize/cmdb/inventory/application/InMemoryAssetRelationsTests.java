package io.modernize.cmdb.inventory.application;

class InMemoryAssetRelationsTests extends AssetRelationsContract {
    InMemoryAssetRelationsTests() {
        super(InMemoryAssetWorld.empty());
    }
}

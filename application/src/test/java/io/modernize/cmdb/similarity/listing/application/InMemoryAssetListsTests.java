package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.application.InMemoryAssetWorld;

class InMemoryAssetListsTests extends AssetListsContract {
    InMemoryAssetListsTests() {
        InMemoryAssetWorld world = InMemoryAssetWorld.empty();
        super(world, new InMemoryAssetLists(scope -> world.catalog().all(scope).toList()));
    }
}

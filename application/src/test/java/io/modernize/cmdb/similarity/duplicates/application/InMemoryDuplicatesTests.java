package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.inventory.application.InMemoryAssetWorld;

class InMemoryDuplicatesTests extends DuplicatesContract {
    InMemoryDuplicatesTests() {
        InMemoryAssetWorld world = InMemoryAssetWorld.empty();
        InMemoryDuplicates duplicates = new InMemoryDuplicates(world.catalog());
        super(world, duplicates, duplicates);
    }
}

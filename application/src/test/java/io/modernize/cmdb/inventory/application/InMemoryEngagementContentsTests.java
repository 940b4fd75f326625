package io.modernize.cmdb.inventory.application;

class InMemoryEngagementContentsTests extends EngagementContentsContract {
    InMemoryEngagementContentsTests() {
        InMemoryAssetWorld world = InMemoryAssetWorld.empty();
        super(world, new InMemoryEngagementContents(world.catalog(), world.relations()));
    }
}

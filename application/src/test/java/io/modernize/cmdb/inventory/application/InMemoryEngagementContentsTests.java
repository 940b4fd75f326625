package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryEngagementContentsTests extends EngagementContentsContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryAssetRelations relations = new InMemoryAssetRelations(catalog);
    private final InMemoryEngagementContents contents = new InMemoryEngagementContents(catalog, relations);

    @Override
    protected EngagementContents contents() {
        return contents;
    }

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

package io.modernize.cmdb.similarity.listing.application;

import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryAssetListsTests extends AssetListsContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();

    @Override
    protected AssetLists lists() {
        return new InMemoryAssetLists(scope -> catalog.all(scope).toList());
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }
}

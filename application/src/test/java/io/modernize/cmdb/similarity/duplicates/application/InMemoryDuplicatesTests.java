package io.modernize.cmdb.similarity.duplicates.application;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryDuplicatesTests extends DuplicatesContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryDuplicates duplicates = new InMemoryDuplicates(catalog);

    @Override
    protected DuplicateScans scans() {
        return duplicates;
    }

    @Override
    protected DuplicateGroups groups() {
        return duplicates;
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected void delete(TenantScope scope, AssetId assetId) {
        catalog.delete(scope, assetId);
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }
}

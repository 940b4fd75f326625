package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryAssetImportLogTests extends AssetImportLogContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryAssetRelations relations = new InMemoryAssetRelations(catalog);
    private final InMemoryAssetImportLog log = new InMemoryAssetImportLog(catalog);

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected AssetRelations relations() {
        return relations;
    }

    @Override
    protected AssetImportLog log() {
        return log;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }
}

package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLogContract;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetImportLogIT extends AssetImportLogContract {
    @Autowired
    private AssetImportLog log;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private AssetRelations relations;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected AssetImportLog log() {
        return log;
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
        return RegisteredClients.in(registry);
    }
}

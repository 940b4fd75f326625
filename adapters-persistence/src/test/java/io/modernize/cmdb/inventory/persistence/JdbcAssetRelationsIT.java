package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.AssetRelationsContract;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetRelationsIT extends AssetRelationsContract {
    @Autowired
    private AssetRelations relations;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected AssetRelations relations() {
        return relations;
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected TwoClients newClients() {
        return RegisteredClients.in(registry);
    }
}

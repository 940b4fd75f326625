package io.modernize.cmdb.similarity.listing.persistence;

import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.similarity.listing.application.AssetListsContract;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetListsIT extends AssetListsContract {
    @Autowired
    private AssetLists lists;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected AssetLists lists() {
        return lists;
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

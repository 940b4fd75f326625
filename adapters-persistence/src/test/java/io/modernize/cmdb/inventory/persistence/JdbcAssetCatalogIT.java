package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.application.AssetCatalogContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetCatalogIT extends AssetCatalogContract {
    @Autowired
    JdbcAssetCatalogIT(DatabaseWorld world) {
        super(world);
    }
}

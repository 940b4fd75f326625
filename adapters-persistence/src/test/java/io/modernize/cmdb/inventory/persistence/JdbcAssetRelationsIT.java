package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.application.AssetRelationsContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetRelationsIT extends AssetRelationsContract {
    @Autowired
    JdbcAssetRelationsIT(DatabaseWorld world) {
        super(world);
    }
}

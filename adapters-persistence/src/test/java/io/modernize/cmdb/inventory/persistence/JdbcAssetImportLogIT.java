package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLogContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetImportLogIT extends AssetImportLogContract {
    @Autowired
    JdbcAssetImportLogIT(DatabaseWorld world, AssetImportLog log) {
        super(world, log);
    }
}

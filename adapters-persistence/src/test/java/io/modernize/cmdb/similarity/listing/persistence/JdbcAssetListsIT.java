package io.modernize.cmdb.similarity.listing.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.listing.application.AssetLists;
import io.modernize.cmdb.similarity.listing.application.AssetListsContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcAssetListsIT extends AssetListsContract {
    @Autowired
    JdbcAssetListsIT(DatabaseWorld world, AssetLists lists) {
        super(world, lists);
    }
}

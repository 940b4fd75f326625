package io.modernize.cmdb.inventory.persistence;

import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.EngagementContents;
import io.modernize.cmdb.inventory.application.EngagementContentsContract;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcEngagementContentsIT extends EngagementContentsContract {
    @Autowired
    private EngagementContents contents;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private AssetRelations relations;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected EngagementContents contents() {
        return contents;
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

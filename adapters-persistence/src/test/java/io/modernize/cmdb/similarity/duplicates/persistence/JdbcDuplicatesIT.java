package io.modernize.cmdb.similarity.duplicates.persistence;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateGroups;
import io.modernize.cmdb.similarity.duplicates.application.DuplicateScans;
import io.modernize.cmdb.similarity.duplicates.application.DuplicatesContract;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcDuplicatesIT extends DuplicatesContract {
    @Autowired
    private DuplicateScans scans;

    @Autowired
    private DuplicateGroups groups;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected DuplicateScans scans() {
        return scans;
    }

    @Override
    protected DuplicateGroups groups() {
        return groups;
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected void delete(TenantScope scope, AssetId assetId) {
        transactions.runInScope(
                scope,
                () -> jdbc.sql("delete from cmdb_assets where client_account_id = ? and id = ?")
                        .params(scope.clientAccountId().value(), assetId.value())
                        .update());
    }

    @Override
    protected TwoClients newClients() {
        return RegisteredClients.in(registry);
    }
}

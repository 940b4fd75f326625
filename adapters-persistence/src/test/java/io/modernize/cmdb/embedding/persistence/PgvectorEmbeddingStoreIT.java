package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStoreContract;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class PgvectorEmbeddingStoreIT extends EmbeddingStoreContract {
    private final TestSpaces spaces = new TestSpaces();

    @Autowired
    private EmbeddingStore store;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected EmbeddingStore store() {
        return store;
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected TwoClients newClients() {
        return RegisteredClients.in(registry);
    }

    @Override
    protected EmbeddingSpace newSpace(int dimensions) {
        return spaces.next(dimensions);
    }

    @Override
    protected void delete(TenantScope scope, AssetId assetId) {
        transactions.runInScope(
                scope,
                () -> jdbc.sql("delete from cmdb_assets where client_account_id = ? and id = ?")
                        .params(scope.clientAccountId().value(), assetId.value())
                        .update());
    }
}

package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingWorld;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two new client accounts in the database, and the adapters for their assets and embeddings; new ones for each test. */
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public final class DatabaseWorld implements EmbeddingWorld {
    private final TwoClients clients;
    private final AssetCatalog catalog;
    private final AssetRelations relations;
    private final EmbeddingStore store;
    private final TenantTransactions transactions;
    private final JdbcClient jdbc;
    private final TestSpaces spaces = new TestSpaces();

    public DatabaseWorld(
            TwoClients clients,
            AssetCatalog catalog,
            AssetRelations relations,
            EmbeddingStore store,
            TenantTransactions transactions,
            JdbcClient jdbc) {
        this.clients = clients;
        this.catalog = catalog;
        this.relations = relations;
        this.store = store;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public TwoClients clients() {
        return clients;
    }

    @Override
    public AssetCatalog catalog() {
        return catalog;
    }

    @Override
    public AssetRelations relations() {
        return relations;
    }

    @Override
    public EmbeddingStore store() {
        return store;
    }

    public TenantTransactions transactions() {
        return transactions;
    }

    /** As the application logs in. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public EmbeddingSpace newSpace(int dimensions) {
        return spaces.next(dimensions);
    }

    @Override
    public void delete(TenantScope scope, AssetId assetId) {
        transactions.runInScope(
                scope,
                () -> jdbc.sql("delete from cmdb_assets where client_account_id = ? and id = ?")
                        .params(scope.clientAccountId().value(), assetId.value())
                        .update());
    }
}

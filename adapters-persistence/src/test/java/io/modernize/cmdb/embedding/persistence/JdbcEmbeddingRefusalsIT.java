package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What models refuse, by client account. */
@PersistenceTest
class JdbcEmbeddingRefusalsIT {
    private final TestSpaces spaces = new TestSpaces();

    @Autowired
    private EmbeddingRefusals refusals;

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

    private TwoClients clients;
    private TenantScope northwind;
    private EmbeddingSpace space;

    @BeforeEach
    void createClients() {
        clients = RegisteredClients.in(registry);
        northwind = clients.northwindScope();
        space = spaces.next(8);
    }

    private void save(String key, String name) {
        catalog.save(
                northwind,
                clients.exit(),
                List.of(new AssetDraft(
                        new AssetKey("test", key), AssetAttributes.named(name).build())));
    }

    private List<Asset> due(EmbeddingSpace in) {
        return store.findDue(northwind, in, null, 100);
    }

    private static AssetRefusal refusal(Asset asset) {
        return new AssetRefusal(asset.id(), asset.engagementId(), asset.contentHash(), "refused");
    }

    private void refuseAll(TenantScope scope) {
        refusals.record(
                scope,
                space,
                due(space).stream().map(JdbcEmbeddingRefusalsIT::refusal).toList());
    }

    @Test
    void leavesOutWhatWasRefusedUntilItChanges() {
        save("1", "web");
        save("2", "db");
        refusals.record(northwind, space, List.of(refusal(due(space).getFirst())));

        assertThat(due(space)).hasSize(1);
        assertThat(store.countDue(northwind, space)).isOne();
        assertThat(refusals.count(northwind, space)).isOne();

        save("1", "web renamed");
        save("2", "db renamed");
        assertThat(due(space)).hasSize(2);
        assertThat(store.countDue(northwind, space)).isEqualTo(2);
        assertThat(refusals.count(northwind, space)).isZero();
    }

    @Test
    void leavesOutOfTheSpaceOnlyWhoseModelRefused() {
        save("1", "web");
        EmbeddingSpace other = spaces.next(8);

        refuseAll(northwind);

        assertThat(due(space)).isEmpty();
        assertThat(due(other)).hasSize(1);
        assertThat(refusals.count(northwind, other)).isZero();
    }

    @Test
    void passesOverAssetsThatAreGoneOrNotOfTheScope() {
        save("1", "web");

        refuseAll(clients.harborScope());
        refuseAll(clients.erpScope());
        assertThat(refusals.count(clients.harborScope(), space)).isZero();
        assertThat(refusals.count(northwind, space)).isZero();

        AssetRefusal late = refusal(due(space).getFirst());
        transactions.runInScope(
                northwind, () -> jdbc.sql("delete from cmdb_assets").update());
        refusals.record(northwind, space, List.of(late));
        assertThat(refusals.count(northwind, space)).isZero();
    }

    @Test
    void showsRefusalsInsideTheScopeOnly() {
        save("1", "web");
        refuseAll(northwind);

        assertThat(refusals.count(northwind, space)).isOne();
        assertThat(refusals.count(clients.erpScope(), space)).isZero();
        assertThat(refusals.count(clients.harborScope(), space)).isZero();
    }
}

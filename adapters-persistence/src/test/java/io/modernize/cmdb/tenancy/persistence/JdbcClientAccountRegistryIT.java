package io.modernize.cmdb.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.AssetImportLog.AssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.NewAssetImport;
import io.modernize.cmdb.inventory.application.AssetImportLog.RejectedCell;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry.EngagementReference;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcClientAccountRegistryIT {
    private static final List<String> TABLES_BELOW_AN_ENGAGEMENT = List.of(
            "cmdb_assets", "cmdb_asset_relations", "asset_imports", "asset_import_keys", "asset_import_rejections");

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private AssetRelations relations;

    @Autowired
    private AssetImportLog log;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TwoClients clients;

    @Test
    void createsAClientAccountOnce() {
        Slug slug = newSlug();
        assertThat(registry.findClientAccount(slug)).isEmpty();

        ClientAccount created = registry.ensureClientAccount(slug, "Northwind Traders");

        assertThat(created.name()).isEqualTo("Northwind Traders");
        assertThat(registry.findClientAccount(slug)).contains(created);
        assertThat(registry.ensureClientAccount(slug, "Another name")).isEqualTo(created);
    }

    @Test
    void createsAnEngagementOncePerClientAccount() {
        Slug slug = new Slug("cloud-move");
        Engagement created = registry.ensureEngagement(clients.northwind(), slug, "Cloud move");
        Engagement ofHarbor = registry.ensureEngagement(clients.harbor(), slug, "Also");

        assertThat(registry.ensureEngagement(clients.northwind(), slug, "Another name"))
                .isEqualTo(created);
        assertThat(registry.findEngagement(clients.northwind(), slug)).contains(created);
        assertThat(registry.findEngagement(clients.harbor(), slug)).contains(ofHarbor);
        assertThat(ofHarbor.id()).isNotEqualTo(created.id());
        assertThat(registry.findEngagement(new ClientAccountId(UUID.randomUUID()), slug))
                .isEmpty();
    }

    @Test
    void namesAllEngagements() {
        assertThat(registry.allEngagements())
                .contains(
                        new EngagementReference(clients.northwind(), clients.exit()),
                        new EngagementReference(clients.northwind(), clients.erp()),
                        new EngagementReference(clients.harbor(), clients.cloud()),
                        new EngagementReference(clients.harbor(), clients.edge()))
                .doesNotHaveDuplicates()
                .isEqualTo(registry.allEngagements());
    }

    @Test
    void letsAllOfManyAtOnceHaveTheSameClientAccountAndEngagement() throws Exception {
        Slug slug = newSlug();
        List<Callable<Engagement>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> registry.ensureEngagement(
                    registry.ensureClientAccount(slug, "Northwind").id(), new Slug("exit"), "Exit"));
        }

        List<Engagement> engagements = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<Engagement> engagement : callers.invokeAll(calls)) {
                engagements.add(engagement.get());
            }
        }

        assertThat(Set.copyOf(engagements)).hasSize(1);
    }

    @Test
    void deletesAnEngagementWithEverythingInIt() {
        fill(clients.northwindScope(), clients.exit());
        fill(clients.northwindScope(), clients.erp());
        fill(clients.harborScope(), clients.cloud());

        registry.deleteEngagement(clients.northwind(), clients.exit());

        assertThat(registry.findEngagement(clients.northwind(), new Slug("exit")))
                .isEmpty();
        for (String table : TABLES_BELOW_AN_ENGAGEMENT) {
            assertThat(count(clients.harborScope(), table)).as(table).isPositive();
            assertThat(count(clients.northwindScope(), table))
                    .as(table + ": of one engagement, which is as filled as the other client's")
                    .isEqualTo(count(clients.harborScope(), table));
        }
        assertThat(relations.resolve(clients.northwindScope(), clients.exit(), Set.of("1")))
                .isEmpty();
        assertThat(relations.resolve(clients.northwindScope(), clients.erp(), Set.of("1")))
                .isNotEmpty();
    }

    @Test
    void deletesNoEngagementOfAnotherClient() {
        registry.deleteEngagement(clients.harbor(), clients.exit());
        registry.deleteEngagement(clients.harbor(), new EngagementId(UUID.randomUUID()));

        assertThat(registry.findEngagement(clients.northwind(), new Slug("exit")))
                .isPresent();
    }

    private void fill(TenantScope scope, EngagementId engagement) {
        catalog.save(scope, engagement, List.of(draft("1"), draft("2")));
        Map<String, List<AssetId>> ids = relations.resolve(scope, engagement, Set.of("1", "2"));
        relations.save(
                scope,
                engagement,
                List.of(new Relation(
                        ids.getOrDefault("1", List.of()).getFirst(),
                        ids.getOrDefault("2", List.of()).getFirst(),
                        "Runs on::Runs")));
        AssetImport begun = log.begin(
                scope, new NewAssetImport(engagement, "f", ContentHash.ofBytes(new byte[32]), "SERVICENOW_CI", 2));
        log.claimKeys(scope, begun.id(), Map.of(new AssetKey("servicenow", "1"), 2L));
        log.reject(scope, begun.id(), List.of(new RejectedCell(3, null, null, "wrong")));
    }

    private static AssetDraft draft(String externalKey) {
        return new AssetDraft(
                new AssetKey("servicenow", externalKey),
                AssetAttributes.named("server " + externalKey).build());
    }

    private long count(TenantScope scope, String table) {
        return transactions.inScope(
                scope,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    private static Slug newSlug() {
        return new Slug("client-" + UUID.randomUUID());
    }
}

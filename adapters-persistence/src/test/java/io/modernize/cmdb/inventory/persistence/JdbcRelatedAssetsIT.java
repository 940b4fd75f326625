package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetRelations;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.inventory.application.RelatedAssets.Direction;
import io.modernize.cmdb.inventory.application.RelatedAssets.Neighbour;
import io.modernize.cmdb.inventory.application.RelatedAssets.Neighbours;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcRelatedAssetsIT {
    private static final String RUNS_ON = "Runs on::Runs";
    private static final String DEPENDS_ON = "Depends on::Used by";
    private static final int MANY = 100;

    @Autowired
    private RelatedAssets relatedAssets;

    @Autowired
    private AssetRelations relations;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private ClientAccountRegistry registry;

    private TwoClients clients;

    @BeforeEach
    void createClients() {
        clients = RegisteredClients.in(registry);
    }

    @Test
    void namesOutgoingRelationsFirstThenByType() {
        AssetId app = save("app");
        AssetId db = save("db");
        AssetId host = save("host");
        relate(
                new Relation(app, host, RUNS_ON),
                new Relation(app, db, DEPENDS_ON),
                new Relation(host, app, DEPENDS_ON));

        assertThat(of(clients.northwindScope(), app, MANY))
                .isEqualTo(new Neighbours(
                        List.of(
                                new Neighbour(db, Direction.OUTGOING, DEPENDS_ON),
                                new Neighbour(host, Direction.OUTGOING, RUNS_ON),
                                new Neighbour(host, Direction.INCOMING, DEPENDS_ON)),
                        3));
        assertThat(of(clients.northwindScope(), db, MANY).first())
                .containsExactly(new Neighbour(app, Direction.INCOMING, DEPENDS_ON));
    }

    @Test
    void countsThoseBeyondTheLimitOfEachAsset() {
        AssetId host = save("host");
        AssetId other = save("other host");
        for (int i = 0; i < 5; i++) {
            relate(new Relation(save("guest " + i), host, RUNS_ON));
        }
        relate(new Relation(save("another guest"), other, RUNS_ON));

        Map<AssetId, Neighbours> found = relatedAssets.of(clients.northwindScope(), List.of(host, other), 2);

        assertThat(Objects.requireNonNull(found.get(host)).first()).hasSize(2);
        assertThat(Objects.requireNonNull(found.get(host)).total()).isEqualTo(5);
        assertThat(Objects.requireNonNull(found.get(other)).total()).isEqualTo(1);
    }

    @Test
    void saysNothingOfAssetsWithoutRelations() {
        AssetId lonely = save("lonely");

        assertThat(relatedAssets.of(clients.northwindScope(), List.of(lonely, new AssetId(UUID.randomUUID())), MANY))
                .isEmpty();
        assertThat(relatedAssets.of(clients.northwindScope(), List.of(), MANY)).isEmpty();
    }

    @Test
    void saysNothingOfAssetsOutsideTheScope() {
        AssetId app = save("app");
        AssetId host = save("host");
        relate(new Relation(app, host, RUNS_ON));

        assertThat(relatedAssets.of(clients.exitScope(), List.of(app), MANY)).containsOnlyKeys(app);
        assertThat(relatedAssets.of(clients.exitAndErpScope(), List.of(app), MANY))
                .containsOnlyKeys(app);
        assertThat(relatedAssets.of(clients.erpScope(), List.of(app, host), MANY))
                .isEmpty();
        assertThat(relatedAssets.of(clients.harborScope(), List.of(app, host), MANY))
                .isEmpty();
    }

    private Neighbours of(TenantScope scope, AssetId asset, int limit) {
        return Objects.requireNonNull(
                relatedAssets.of(scope, List.of(asset), limit).get(asset));
    }

    private void relate(Relation... some) {
        relations.save(clients.northwindScope(), clients.exit(), List.of(some));
    }

    private AssetId save(String name) {
        return new NamedAssets(catalog, relations, clients).save(name, name);
    }
}

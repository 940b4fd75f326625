package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.application.RelatedAssets;
import io.modernize.cmdb.inventory.application.RelatedAssets.Direction;
import io.modernize.cmdb.inventory.application.RelatedAssets.Neighbour;
import io.modernize.cmdb.inventory.application.RelatedAssets.Neighbours;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
    private DatabaseWorld world;

    @Test
    void namesOutgoingRelationsFirstThenByType() {
        AssetId app = save("app");
        AssetId db = save("db");
        AssetId host = save("host");
        relate(
                new Relation(app, host, RUNS_ON),
                new Relation(app, db, DEPENDS_ON),
                new Relation(host, app, DEPENDS_ON));

        assertThat(of(world.clients().northwindScope(), app, MANY))
                .isEqualTo(new Neighbours(
                        List.of(
                                new Neighbour(db, Direction.OUTGOING, DEPENDS_ON),
                                new Neighbour(host, Direction.OUTGOING, RUNS_ON),
                                new Neighbour(host, Direction.INCOMING, DEPENDS_ON)),
                        3));
        assertThat(of(world.clients().northwindScope(), db, MANY).first())
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

        Map<AssetId, Neighbours> found = relatedAssets.of(world.clients().northwindScope(), List.of(host, other), 2);

        assertThat(Objects.requireNonNull(found.get(host)).first()).hasSize(2);
        assertThat(Objects.requireNonNull(found.get(host)).total()).isEqualTo(5);
        assertThat(Objects.requireNonNull(found.get(other)).total()).isEqualTo(1);
    }

    @Test
    void saysNothingOfAssetsWithoutRelations() {
        AssetId lonely = save("lonely");

        assertThat(relatedAssets.of(
                        world.clients().northwindScope(), List.of(lonely, new AssetId(UUID.randomUUID())), MANY))
                .isEmpty();
        assertThat(relatedAssets.of(world.clients().northwindScope(), List.of(), MANY))
                .isEmpty();
    }

    @Test
    void saysNothingOfAssetsOutsideTheScope() {
        AssetId app = save("app");
        AssetId host = save("host");
        relate(new Relation(app, host, RUNS_ON));

        assertThat(relatedAssets.of(world.clients().exitScope(), List.of(app), MANY))
                .containsOnlyKeys(app);
        assertThat(relatedAssets.of(world.clients().exitAndErpScope(), List.of(app), MANY))
                .containsOnlyKeys(app);
        assertThat(relatedAssets.of(world.clients().erpScope(), List.of(app, host), MANY))
                .isEmpty();
        assertThat(relatedAssets.of(world.clients().harborScope(), List.of(app, host), MANY))
                .isEmpty();
    }

    private Neighbours of(TenantScope scope, AssetId asset, int limit) {
        return Objects.requireNonNull(
                relatedAssets.of(scope, List.of(asset), limit).get(asset));
    }

    private void relate(Relation... some) {
        world.relations().save(world.clients().northwindScope(), world.clients().exit(), List.of(some));
    }

    private AssetId save(String name) {
        return new NamedAssets(world).save(name, name);
    }
}

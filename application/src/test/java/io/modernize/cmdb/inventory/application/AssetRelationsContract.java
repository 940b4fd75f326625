package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link AssetRelations} keeps. */
public abstract class AssetRelationsContract {
    private static final String RUNS_ON = "Runs on::Runs";

    private final AssetWorld world;
    private final TwoClients clients;

    protected AssetRelationsContract(AssetWorld world) {
        this.world = world;
        clients = world.clients();
    }

    @Test
    void resolvesByKeyAndWhereThereIsNoneByName() {
        save("1", "web");
        save("2", "db");

        Map<String, List<AssetId>> resolved = resolve("1", "db", "unknown");

        assertThat(resolved).containsOnlyKeys("1", "db");
        assertThat(name(resolved, "1")).isEqualTo("web");
        assertThat(name(resolved, "db")).isEqualTo("db");
    }

    @Test
    void prefersTheKeyToTheName() {
        save("web", "the asset of that key");
        save("2", "web");

        assertThat(name(resolve("web"), "web")).isEqualTo("the asset of that key");
    }

    @Test
    void saysWhereANameIsAmbiguous() {
        save("1", "web");
        save("2", "web");

        assertThat(resolve("web").getOrDefault("web", List.of())).hasSize(2);
    }

    @Test
    void saysWhereAKeyIsAmbiguousAmongSourceSystems() {
        save("1", "web");
        world.catalog()
                .save(
                        clients.northwindScope(),
                        clients.exit(),
                        List.of(new AssetDraft(
                                new AssetKey("netbox-device", "1"),
                                AssetAttributes.named("switch").build())));

        assertThat(resolve("1").getOrDefault("1", List.of())).hasSize(2);
    }

    @Test
    void matchesReferencesExactly() {
        save("KEY", "Web");

        assertThat(resolve("key", "web", "KEY ", "K%")).isEmpty();
        assertThat(resolve()).isEmpty();
    }

    @Test
    void resolvesInsideTheEngagementOnly() {
        save(clients.northwindScope(), clients.erp(), "1", "of another engagement");
        save(clients.harborScope(), clients.cloud(), "2", "of another client");

        assertThat(resolve("1", "2", "of another engagement", "of another client"))
                .isEmpty();
        assertThat(world.relations().resolve(clients.northwindScope(), clients.cloud(), Set.of("2")))
                .isEmpty();
    }

    @Test
    void refusesAnEngagementOutsideTheScope() {
        AssetId web = save("1", "web");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.relations().resolve(clients.erpScope(), clients.exit(), Set.of("1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> world.relations()
                        .save(clients.erpScope(), clients.exit(), List.of(new Relation(web, web, RUNS_ON))));
        assertThat(relate(web, web, RUNS_ON)).isEqualTo(1);
    }

    @Test
    void storesARelationOnce() {
        AssetId web = save("1", "web");
        AssetId host = save("2", "host");

        assertThat(relate(web, host, RUNS_ON)).isEqualTo(1);
        assertThat(relate(web, host, RUNS_ON)).isZero();
        assertThat(relate(host, web, RUNS_ON)).as("the other direction").isEqualTo(1);
        assertThat(relate(web, host, "Depends on::Used by")).as("another type").isEqualTo(1);
    }

    @Test
    void countsARelationThatIsNamedTwiceOnce() {
        AssetId web = save("1", "web");
        AssetId host = save("2", "host");
        Relation relation = new Relation(web, host, RUNS_ON);

        assertThat(world.relations().save(clients.northwindScope(), clients.exit(), List.of(relation, relation)))
                .isEqualTo(1);
    }

    @Test
    void savesNothingOfNothing() {
        assertThat(world.relations().save(clients.northwindScope(), clients.exit(), List.of()))
                .isZero();
    }

    @Test
    void takesTypesAsLongAsImportsMayBring() {
        AssetId web = save("1", "web");

        assertThat(relate(web, web, "型".repeat(ImportLimits.RELATION_TYPE_CHARS)))
                .isEqualTo(1);
    }

    @Test
    void refusesAnEndInAnotherEngagement() {
        refusesEnd(save(clients.northwindScope(), clients.erp(), "2", "erp"));
    }

    @Test
    void refusesAnEndOfAnotherClient() {
        refusesEnd(save(clients.harborScope(), clients.cloud(), "2", "foreign"));
    }

    @Test
    void refusesAnEndThatDoesNotExist() {
        refusesEnd(new AssetId(UUID.randomUUID()));
    }

    private void refusesEnd(AssetId foreign) {
        AssetId web = save("1", "web");
        AssetId host = save("3", "host");
        Relation good = new Relation(web, host, RUNS_ON);

        assertThatThrownBy(() -> world.relations()
                        .save(
                                clients.northwindScope(),
                                clients.exit(),
                                List.of(good, new Relation(web, foreign, RUNS_ON))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> relate(foreign, web, RUNS_ON)).isInstanceOf(RuntimeException.class);

        assertThat(world.relations().save(clients.northwindScope(), clients.exit(), List.of(good)))
                .as("nothing of the refused call was stored")
                .isEqualTo(1);
    }

    private int relate(AssetId parent, AssetId child, String type) {
        return world.relations()
                .save(clients.northwindScope(), clients.exit(), List.of(new Relation(parent, child, type)));
    }

    private Map<String, List<AssetId>> resolve(String... references) {
        return world.relations().resolve(clients.northwindScope(), clients.exit(), Set.of(references));
    }

    private String name(Map<String, List<AssetId>> resolved, String reference) {
        List<AssetId> ids = resolved.getOrDefault(reference, List.of());
        assertThat(ids).hasSize(1);
        return world.catalog()
                .find(clients.northwindScope(), ids.getFirst())
                .orElseThrow()
                .attributes()
                .name();
    }

    private AssetId save(String externalKey, String name) {
        return save(clients.northwindScope(), clients.exit(), externalKey, name);
    }

    private AssetId save(TenantScope scope, EngagementId engagementId, String externalKey, String name) {
        AssetDraft draft = new AssetDraft(
                new AssetKey("servicenow", externalKey),
                AssetAttributes.named(name).build());
        world.catalog().save(scope, engagementId, List.of(draft));
        return world.relations()
                .resolve(scope, engagementId, Set.of(externalKey))
                .getOrDefault(externalKey, List.of())
                .getFirst();
    }
}

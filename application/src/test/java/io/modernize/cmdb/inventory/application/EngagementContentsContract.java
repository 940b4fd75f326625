package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.application.EngagementContents.NamedRelation;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.AllPages;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all {@link EngagementContents} keep. */
public abstract class EngagementContentsContract {
    private final AssetWorld world;
    private final TwoClients clients;
    private final EngagementContents contents;

    protected EngagementContentsContract(AssetWorld world, EngagementContents contents) {
        this.world = world;
        clients = world.clients();
        this.contents = contents;
    }

    @Test
    void countsTheAssetsOfTheEngagement() {
        save(clients.northwindScope(), clients.exit(), "1");
        save(clients.northwindScope(), clients.exit(), "2");
        save(clients.northwindScope(), clients.erp(), "3");
        save(clients.harborScope(), clients.cloud(), "4");

        assertThat(contents.countAssets(clients.northwindScope(), clients.exit()))
                .isEqualTo(2);
        assertThat(contents.countAssets(clients.harborScope(), clients.edge())).isZero();
    }

    @Test
    void showsEachRelationOnceInPagesOfAnySize() {
        List<Relation> saved = relate(clients.northwindScope(), clients.exit());
        relate(clients.northwindScope(), clients.erp());
        relate(clients.harborScope(), clients.cloud());

        for (int limit : List.of(1, 2, 3, 100)) {
            assertThat(pages(limit)).extracting(NamedRelation::relation).containsExactlyInAnyOrderElementsOf(saved);
        }
    }

    @Test
    void namesBothEnds() {
        AssetId web = save(clients.northwindScope(), clients.exit(), "web");
        AssetId host = save(clients.northwindScope(), clients.exit(), "host");
        world.relations()
                .save(clients.northwindScope(), clients.exit(), List.of(new Relation(web, host, "Runs on::Runs")));

        assertThat(pages(10))
                .containsExactly(new NamedRelation(
                        new Relation(web, host, "Runs on::Runs"),
                        new AssetKey("servicenow", "web"),
                        new AssetKey("servicenow", "host")));
    }

    @Test
    void refusesAnEngagementOutsideTheScope() {
        assertThatIllegalArgumentException().isThrownBy(() -> contents.countAssets(clients.erpScope(), clients.exit()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents.relations(clients.erpScope(), clients.exit(), null, 1));
    }

    private List<NamedRelation> pages(int limit) {
        return AllPages.<NamedRelation, Relation>read(
                limit,
                (after, most) -> contents.relations(clients.northwindScope(), clients.exit(), after, most),
                NamedRelation::relation);
    }

    /** Five relations, three of one parent, two of them to the same child. */
    private List<Relation> relate(TenantScope scope, EngagementId engagementId) {
        AssetId one = save(scope, engagementId, "one");
        AssetId two = save(scope, engagementId, "two");
        AssetId three = save(scope, engagementId, "three");
        List<Relation> related = List.of(
                new Relation(one, two, "Runs on::Runs"),
                new Relation(one, two, "Depends on::Used by"),
                new Relation(one, three, "Runs on::Runs"),
                new Relation(two, one, "Runs on::Runs"),
                new Relation(three, three, "Runs on::Runs"));
        world.relations().save(scope, engagementId, related);
        return related;
    }

    private AssetId save(TenantScope scope, EngagementId engagementId, String externalKey) {
        AssetDraft draft = new AssetDraft(
                new AssetKey("servicenow", externalKey),
                AssetAttributes.named("the " + externalKey).build());
        world.catalog().save(scope, engagementId, List.of(draft));
        return world.relations()
                .resolve(scope, engagementId, Set.of(externalKey))
                .getOrDefault(externalKey, List.of())
                .getFirst();
    }
}

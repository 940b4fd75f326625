package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What models refuse, by client account. */
@PersistenceTest
class JdbcEmbeddingRefusalsIT {
    @Autowired
    private EmbeddingRefusals refusals;

    @Autowired
    private DatabaseWorld world;

    private TenantScope northwind;
    private EmbeddingSpace space;

    @BeforeEach
    void createSpace() {
        northwind = world.clients().northwindScope();
        space = world.newSpace(8);
    }

    private void save(String key, String name) {
        world.catalog()
                .save(
                        northwind,
                        world.clients().exit(),
                        List.of(new AssetDraft(
                                new AssetKey("test", key),
                                AssetAttributes.named(name).build())));
    }

    private List<Asset> due(EmbeddingSpace in) {
        return world.store().findDue(northwind, in, null, 100);
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
        assertThat(world.store().countDue(northwind, space)).isOne();
        assertThat(refusals.count(northwind, space)).isOne();

        save("1", "web renamed");
        save("2", "db renamed");
        assertThat(due(space)).hasSize(2);
        assertThat(world.store().countDue(northwind, space)).isEqualTo(2);
        assertThat(refusals.count(northwind, space)).isZero();
    }

    @Test
    void leavesOutOfTheSpaceOnlyWhoseModelRefused() {
        save("1", "web");
        EmbeddingSpace other = world.newSpace(8);

        refuseAll(northwind);

        assertThat(due(space)).isEmpty();
        assertThat(due(other)).hasSize(1);
        assertThat(refusals.count(northwind, other)).isZero();
    }

    @Test
    void passesOverAssetsThatAreGoneOrNotOfTheScope() {
        save("1", "web");

        refuseAll(world.clients().harborScope());
        refuseAll(world.clients().erpScope());
        assertThat(refusals.count(world.clients().harborScope(), space)).isZero();
        assertThat(refusals.count(northwind, space)).isZero();

        AssetRefusal late = refusal(due(space).getFirst());
        world.transactions()
                .runInScope(
                        northwind,
                        () -> world.jdbc().sql("delete from cmdb_assets").update());
        refusals.record(northwind, space, List.of(late));
        assertThat(refusals.count(northwind, space)).isZero();
    }

    @Test
    void showsRefusalsInsideTheScopeOnly() {
        save("1", "web");
        refuseAll(northwind);

        assertThat(refusals.count(northwind, space)).isOne();
        assertThat(refusals.count(world.clients().erpScope(), space)).isZero();
        assertThat(refusals.count(world.clients().harborScope(), space)).isZero();
    }
}

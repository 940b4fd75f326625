package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals.AssetRefusal;
import io.modernize.cmdb.embedding.application.EmbeddingStates;
import io.modernize.cmdb.embedding.application.EmbeddingStates.State;
import io.modernize.cmdb.embedding.application.EmbeddingStates.Status;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcEmbeddingStatesIT {
    @Autowired
    private EmbeddingStates states;

    @Autowired
    private EmbeddingRefusals refusals;

    @Autowired
    private DatabaseWorld world;

    private TenantScope northwind;
    private EmbeddingSpace space;

    @BeforeEach
    void createSpace() {
        northwind = world.clients().northwindScope();
        space = world.newSpace(2);
    }

    @Test
    void followsAnAssetFromMissingToCurrentToStale() {
        save("web");
        Asset asset = due();
        assertThat(state(asset.id())).isEqualTo(new State(Status.MISSING, null, null));

        embed(asset);
        State current = state(asset.id());
        save("web renamed");
        State stale = state(asset.id());

        assertThat(current.status()).isEqualTo(Status.CURRENT);
        assertThat(current.embeddedAt()).isNotNull();
        assertThat(stale).isEqualTo(new State(Status.STALE, current.embeddedAt(), null));
    }

    @Test
    void saysWhyTheModelRefusesAnAssetUntilItChanges() {
        save("web");
        Asset asset = due();
        embed(asset);
        save("refused");
        Asset changed = due();

        refusals.record(
                northwind,
                space,
                List.of(new AssetRefusal(changed.id(), changed.engagementId(), changed.contentHash(), "too long")));
        State refused = state(asset.id());
        save("accepted");

        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.refusal()).isEqualTo("too long");
        assertThat(refused.embeddedAt()).as("of what it was before").isNotNull();
        assertThat(state(asset.id()).status()).isEqualTo(Status.STALE);
        assertThat(state(asset.id()).refusal()).isNull();
    }

    @Test
    void speaksOfTheSpaceThatIsAskedFor() {
        save("web");
        Asset asset = due();
        embed(asset);

        assertThat(states.of(northwind, world.newSpace(2), List.of(asset.id())))
                .containsEntry(asset.id(), new State(Status.MISSING, null, null));
    }

    @Test
    void saysNothingOfAssetsOutsideTheScope() {
        save("web");
        List<AssetId> assets = List.of(due().id());

        assertThat(states.of(world.clients().exitScope(), space, assets)).hasSize(1);
        assertThat(states.of(world.clients().exitAndErpScope(), space, assets)).hasSize(1);
        assertThat(states.of(world.clients().erpScope(), space, assets)).isEmpty();
        assertThat(states.of(world.clients().harborScope(), space, assets)).isEmpty();
        assertThat(states.of(northwind, space, List.of())).isEmpty();
    }

    private State state(AssetId id) {
        return Objects.requireNonNull(states.of(northwind, space, List.of(id)).get(id));
    }

    private Asset due() {
        return world.store().findDue(northwind, space, null, 10).getFirst();
    }

    private void embed(Asset asset) {
        world.store()
                .save(
                        northwind,
                        space,
                        List.of(new AssetEmbedding(
                                asset.id(),
                                asset.engagementId(),
                                EmbeddingVector.normalised(new float[] {1, 2}),
                                asset.contentHash())));
    }

    private void save(String name) {
        world.catalog()
                .save(
                        northwind,
                        world.clients().exit(),
                        List.of(new AssetDraft(
                                new AssetKey("test", "1"),
                                AssetAttributes.named(name).build())));
    }
}

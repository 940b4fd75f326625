package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetVectors.AssetVector;
import io.modernize.cmdb.inventory.application.AssetVectors.Position;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.AllPages;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link AssetVectors} keep. */
public abstract class AssetVectorsContract {
    private final AssetWorld world;
    private final TwoClients clients;
    private final AssetVectors vectors;

    protected AssetVectorsContract(AssetWorld world, AssetVectors vectors) {
        this.world = world;
        clients = world.clients();
        this.vectors = vectors;
    }

    /** Stores the vector (0, 1) for the asset in one space, and in another as well. */
    protected abstract void embedTwice(TenantScope scope, EngagementId engagementId, AssetId assetId);

    @Test
    void showsEachVectorOnceInPagesOfAnySize() {
        embed(clients.northwindScope(), clients.exit(), "1", "2", "3");
        embed(clients.northwindScope(), clients.erp(), "4");
        embed(clients.harborScope(), clients.cloud(), "5");

        for (int limit : List.of(1, 2, 5, 100)) {
            List<AssetVector> all = pages(limit);
            assertThat(all)
                    .extracting(vector -> vector.key().externalKey())
                    .containsExactlyInAnyOrder("1", "1", "2", "2", "3", "3");
            assertThat(all).extracting(AssetVector::position).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsTheSpaceOfEachVector() {
        embed(clients.northwindScope(), clients.exit(), "1");

        List<AssetVector> both = pages(10);

        assertThat(both).allSatisfy(vector -> {
            assertThat(vector.key()).isEqualTo(new AssetKey("servicenow", "1"));
            assertThat(vector.values()).containsExactly(0f, 1f);
            assertThat(vector.space().dimensions()).isEqualTo(2);
        });
        assertThat(both).extracting(AssetVector::space).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void refusesAnEngagementOutsideTheScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors.page(clients.erpScope(), clients.exit(), null, 1));
    }

    private List<AssetVector> pages(int limit) {
        return AllPages.<AssetVector, Position>read(
                limit,
                (after, most) -> vectors.page(clients.northwindScope(), clients.exit(), after, most),
                AssetVector::position);
    }

    private void embed(TenantScope scope, EngagementId engagementId, String... externalKeys) {
        for (String externalKey : externalKeys) {
            world.catalog()
                    .save(
                            scope,
                            engagementId,
                            List.of(new AssetDraft(
                                    new AssetKey("servicenow", externalKey),
                                    AssetAttributes.named("server").build())));
        }
        world.catalog()
                .page(scope, engagementId, null, 100)
                .forEach(asset -> embedTwice(scope, engagementId, asset.id()));
    }
}

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
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link AssetVectors} keep. */
public abstract class AssetVectorsContract {
    private TwoClients clients;

    protected abstract AssetVectors vectors();

    /** Over the same assets. */
    protected abstract AssetCatalog catalog();

    /** Client accounts and engagements that exist and are empty. */
    protected abstract TwoClients newClients();

    /** Stores the vector (0, 1) for the asset in one space, and in another as well. */
    protected abstract void embedTwice(TenantScope scope, EngagementId engagementId, AssetId assetId);

    @BeforeEach
    void createClients() {
        clients = newClients();
    }

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
                .isThrownBy(() -> vectors().page(clients.erpScope(), clients.exit(), null, 1));
    }

    private List<AssetVector> pages(int limit) {
        List<AssetVector> all = new ArrayList<>();
        @Nullable Position after = null;
        List<AssetVector> page;
        do {
            page = vectors().page(clients.northwindScope(), clients.exit(), after, limit);
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            after = page.isEmpty() ? null : page.getLast().position();
        } while (page.size() == limit);
        return all;
    }

    private void embed(TenantScope scope, EngagementId engagementId, String... externalKeys) {
        for (String externalKey : externalKeys) {
            catalog()
                    .save(
                            scope,
                            engagementId,
                            List.of(new AssetDraft(
                                    new AssetKey("servicenow", externalKey),
                                    AssetAttributes.named("server").build())));
        }
        catalog().page(scope, engagementId, null, 100).forEach(asset -> embedTwice(scope, engagementId, asset.id()));
    }
}

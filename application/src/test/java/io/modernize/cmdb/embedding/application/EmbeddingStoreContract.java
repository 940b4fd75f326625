package io.modernize.cmdb.embedding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link EmbeddingStore} keeps. */
public abstract class EmbeddingStoreContract {
    /** A stored vector has 11 significant bits. */
    private static final double HALF_PRECISION = 1e-3;

    private static final int DIMENSIONS = 8;

    private final Random random = new Random(42);
    private final EmbeddingWorld world;
    private final TwoClients clients;
    private final EmbeddingSpace space;

    protected EmbeddingStoreContract(EmbeddingWorld world) {
        this.world = world;
        clients = world.clients();
        space = world.newSpace(DIMENSIONS);
    }

    @Test
    void holdsNewAssetsForDue() {
        save("1", "web");
        save("2", "db");

        assertThat(names(due())).containsExactlyInAnyOrder("web", "db");
        assertThat(world.store().countDue(clients.northwindScope(), space)).isEqualTo(2);
        assertThat(world.store().count(clients.northwindScope(), space)).isZero();
    }

    @Test
    void holdsAnEmbeddedAssetForDone() {
        save("1", "web");

        embed(due());

        assertThat(due()).isEmpty();
        assertThat(world.store().countDue(clients.northwindScope(), space)).isZero();
        assertThat(world.store().count(clients.northwindScope(), space)).isEqualTo(1);
    }

    @Test
    void holdsAChangedAssetForDueAndAnUnchangedOneForDone() {
        save("1", "web");
        save("2", "db");
        embed(due());

        save("1", "web renamed");
        save("2", "db");

        assertThat(names(due())).containsExactly("web renamed");
        assertThat(world.store().countDue(clients.northwindScope(), space)).isEqualTo(1);
        assertThat(world.store().count(clients.northwindScope(), space))
                .as("stale ones count")
                .isEqualTo(2);
    }

    @Test
    void holdsAnAssetForDoneWhenOnlyItsSourceAttributesChange() {
        save("1", "web");
        embed(due());

        AssetAttributes withRack = AssetAttributes.named("web")
                .sourceAttributes(Map.of("rack", "A1"))
                .build();
        save(clients.northwindScope(), clients.exit(), "1", withRack);

        assertThat(due()).isEmpty();
    }

    @Test
    void holdsAnAssetForDueThatChangedWhileItWasEmbedded() {
        save("1", "web");
        List<Asset> readEarlier = due();
        save("1", "web renamed");

        embed(readEarlier);

        assertThat(names(due())).containsExactly("web renamed");
        assertThat(world.store().count(clients.northwindScope(), space)).isEqualTo(1);
    }

    @Test
    void keepsSpacesApart() {
        save("1", "web");
        EmbeddingSpace other = world.newSpace(DIMENSIONS);
        Asset asset = due().getFirst();
        EmbeddingVector vector = vector();
        EmbeddingVector otherVector = vector();

        world.store().save(clients.northwindScope(), space, List.of(embedding(asset, vector)));
        assertThat(world.store().countDue(clients.northwindScope(), other)).isEqualTo(1);
        assertThat(world.store().find(clients.northwindScope(), other, asset.id()))
                .isEmpty();

        world.store().save(clients.northwindScope(), other, List.of(embedding(asset, otherVector)));
        isAlike(world.store().find(clients.northwindScope(), space, asset.id()).orElseThrow(), vector);
        isAlike(world.store().find(clients.northwindScope(), other, asset.id()).orElseThrow(), otherVector);
    }

    @Test
    void pagesThroughDueAssetsInTheOrderOfTheirIds() {
        for (int i = 0; i < 25; i++) {
            save(String.valueOf(i), "server " + i);
        }

        List<Asset> paged = new ArrayList<>();
        List<Asset> page;
        do {
            AssetId after = paged.isEmpty() ? null : paged.getLast().id();
            page = world.store().findDue(clients.northwindScope(), space, after, 10);
            assertThat(page.size()).isLessThanOrEqualTo(10);
            paged.addAll(page);
        } while (!page.isEmpty());

        assertThat(paged).hasSize(25).doesNotHaveDuplicates().isEqualTo(due());
        assertThat(paged).extracting(asset -> asset.id().toString()).isSorted();
    }

    @Test
    void returnsTheVectorThatWasSaved() {
        save("1", "web");
        Asset asset = due().getFirst();
        EmbeddingVector vector = vector();

        world.store().save(clients.northwindScope(), space, List.of(embedding(asset, vector)));

        isAlike(world.store().find(clients.northwindScope(), space, asset.id()).orElseThrow(), vector);
    }

    @Test
    void keepsEachVectorWithItsAsset() {
        IntStream.range(0, 200).forEach(i -> save(String.valueOf(i), "server " + i));
        List<AssetEmbedding> embeddings =
                due().stream().map(asset -> embedding(asset, vector())).toList();

        world.store().save(clients.northwindScope(), space, embeddings);

        embeddings.forEach(embedding -> isAlike(
                world.store()
                        .find(clients.northwindScope(), space, embedding.assetId())
                        .orElseThrow(),
                embedding.vector()));
        assertThat(world.store().count(clients.northwindScope(), space)).isEqualTo(200);
    }

    @Test
    void replacesTheVectorOfAnAsset() {
        save("1", "web");
        Asset asset = due().getFirst();
        EmbeddingVector second = vector();
        world.store().save(clients.northwindScope(), space, List.of(embedding(asset, vector())));

        world.store().save(clients.northwindScope(), space, List.of(embedding(asset, second)));

        isAlike(world.store().find(clients.northwindScope(), space, asset.id()).orElseThrow(), second);
        assertThat(world.store().count(clients.northwindScope(), space)).isEqualTo(1);
    }

    @Test
    void replacesTheHashWithTheVector() {
        save("1", "web");
        embed(due());
        save("1", "web renamed");

        embed(due());

        assertThat(due()).isEmpty();
    }

    @Test
    void passesOverAnAssetThatWasDeletedMeanwhile() {
        save("1", "web");
        save("2", "db");
        List<Asset> readEarlier = due();
        Asset deleted = readEarlier.getFirst();
        world.delete(clients.northwindScope(), deleted.id());

        embed(readEarlier);

        assertThat(world.store().count(clients.northwindScope(), space)).isEqualTo(1);
        assertThat(world.store().find(clients.northwindScope(), space, deleted.id()))
                .isEmpty();
        assertThat(world.store()
                        .find(
                                clients.northwindScope(),
                                space,
                                readEarlier.getLast().id()))
                .isPresent();
    }

    @Test
    void losesTheEmbeddingOfADeletedAsset() {
        save("1", "web");
        Asset asset = due().getFirst();
        embed(List.of(asset));

        world.delete(clients.northwindScope(), asset.id());

        assertThat(world.store().count(clients.northwindScope(), space)).isZero();
        assertThat(world.store().countDue(clients.northwindScope(), space)).isZero();
        assertThat(world.store().find(clients.northwindScope(), space, asset.id()))
                .isEmpty();
    }

    @Test
    void refusesAVectorOfOtherDimensionsAndStoresNothingOfTheBatch() {
        save("1", "web");
        save("2", "db");
        List<Asset> assets = due();
        List<AssetEmbedding> batch =
                List.of(embedding(assets.getFirst(), vector()), embedding(assets.getLast(), vector(DIMENSIONS + 1)));

        assertThatThrownBy(() -> world.store().save(clients.northwindScope(), space, batch))
                .isInstanceOf(RuntimeException.class);

        assertThat(world.store().count(clients.northwindScope(), space)).isZero();
    }

    @Test
    void savesNothingOfNothing() {
        world.store().save(clients.northwindScope(), space, List.of());

        assertThat(world.store().count(clients.northwindScope(), space)).isZero();
    }

    @Test
    void showsNothingOfAnotherClient() {
        save("1", "web");
        Asset embedded = due().getFirst();
        embed(List.of(embedded));
        save("2", "db");

        assertThat(world.store().countDue(clients.harborScope(), space)).isZero();
        assertThat(world.store().findDue(clients.harborScope(), space, null, 10))
                .isEmpty();
        assertThat(world.store().count(clients.harborScope(), space)).isZero();
        assertThat(world.store().find(clients.harborScope(), space, embedded.id()))
                .isEmpty();
        assertThat(world.store().find(TenantScope.forJob(clients.harbor(), clients.exit()), space, embedded.id()))
                .isEmpty();
    }

    @Test
    void showsNothingOutsideTheScopesEngagements() {
        save("1", "web");
        Asset embedded = due().getFirst();
        embed(List.of(embedded));
        save("2", "db");
        save(
                clients.northwindScope(),
                clients.erp(),
                "3",
                AssetAttributes.named("erp").build());

        assertThat(names(world.store().findDue(clients.erpScope(), space, null, 10)))
                .containsExactly("erp");
        assertThat(world.store().countDue(clients.erpScope(), space)).isEqualTo(1);
        assertThat(world.store().count(clients.erpScope(), space)).isZero();
        assertThat(world.store().find(clients.erpScope(), space, embedded.id())).isEmpty();

        assertThat(world.store().countDue(clients.exitAndErpScope(), space)).isEqualTo(2);
        assertThat(world.store().count(clients.exitAndErpScope(), space)).isEqualTo(1);
        assertThat(world.store().find(clients.exitAndErpScope(), space, embedded.id()))
                .isPresent();
    }

    @Test
    void passesOverAssetsOfAnotherClient() {
        save("1", "web");
        Asset ofNorthwind = due().getFirst();

        world.store().save(clients.harborScope(), space, List.of(embedding(ofNorthwind, vector())));

        assertThat(world.store().count(clients.harborScope(), space)).isZero();
        assertThat(world.store().count(clients.northwindScope(), space)).isZero();
    }

    @Test
    void passesOverAssetsOutsideTheScopesEngagements() {
        save("1", "web");
        Asset ofExit = due().getFirst();

        world.store().save(clients.erpScope(), space, List.of(embedding(ofExit, vector())));

        assertThat(world.store().count(clients.northwindScope(), space)).isZero();
    }

    private void embed(List<Asset> assets) {
        world.store()
                .save(
                        clients.northwindScope(),
                        space,
                        assets.stream().map(asset -> embedding(asset, vector())).toList());
    }

    private static AssetEmbedding embedding(Asset asset, EmbeddingVector vector) {
        return new AssetEmbedding(asset.id(), asset.engagementId(), vector, asset.contentHash());
    }

    private List<Asset> due() {
        return world.store().findDue(clients.northwindScope(), space, null, 1_000);
    }

    private static List<String> names(List<Asset> assets) {
        return assets.stream().map(asset -> asset.attributes().name()).toList();
    }

    private void save(String externalKey, String name) {
        save(
                clients.northwindScope(),
                clients.exit(),
                externalKey,
                AssetAttributes.named(name).build());
    }

    private void save(TenantScope scope, EngagementId engagementId, String externalKey, AssetAttributes attributes) {
        AssetDraft draft = new AssetDraft(new AssetKey("servicenow", externalKey), attributes);
        world.catalog().save(scope, engagementId, List.of(draft));
    }

    private EmbeddingVector vector() {
        return vector(DIMENSIONS);
    }

    private EmbeddingVector vector(int dimensions) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingVector.normalised(values);
    }

    private static void isAlike(EmbeddingVector actual, EmbeddingVector expected) {
        float[] actualValues = actual.toArray();
        float[] expectedValues = expected.toArray();
        assertThat(actualValues).hasSameSizeAs(expectedValues);
        for (int i = 0; i < expectedValues.length; i++) {
            assertThat((double) actualValues[i]).isCloseTo(expectedValues[i], within(HALF_PRECISION));
        }
    }
}

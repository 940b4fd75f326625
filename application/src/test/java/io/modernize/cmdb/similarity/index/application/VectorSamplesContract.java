package io.modernize.cmdb.similarity.index.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.embedding.application.EmbeddingWorld;
import io.modernize.cmdb.similarity.index.application.VectorSamples.StoredVector;
import io.modernize.cmdb.similarity.search.application.RandomVectors;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link VectorSamples} keeps. */
public abstract class VectorSamplesContract {
    private final EmbeddingWorld world;
    private final TwoClients clients;
    private final VectorSamples samples;
    private final EmbeddingSpace space;
    private final RandomVectors vectors;

    protected VectorSamplesContract(EmbeddingWorld world, VectorSamples samples) {
        this.world = world;
        clients = world.clients();
        this.samples = samples;
        space = world.newSpace(16);
        vectors = new RandomVectors(world.catalog(), world.store());
    }

    @Test
    void drawsDifferentAssetsWithTheirVectors() {
        vectors.add(clients.northwindScope(), clients.exit(), space, 30);

        List<StoredVector> drawn = samples.draw(clients.northwindScope(), space, 10, 1);

        assertThat(drawn).hasSize(10);
        assertThat(drawn).extracting(StoredVector::assetId).doesNotHaveDuplicates();
        assertThat(drawn)
                .allSatisfy(sample -> assertThat(world.store().find(clients.northwindScope(), space, sample.assetId()))
                        .hasValue(sample.vector()));
    }

    @Test
    void drawsTheSameForTheSameSeedAndOthersForAnother() {
        vectors.add(clients.northwindScope(), clients.exit(), space, 30);

        List<StoredVector> drawn = samples.draw(clients.northwindScope(), space, 20, 1);

        assertThat(samples.draw(clients.northwindScope(), space, 20, 1)).isEqualTo(drawn);
        assertThat(samples.draw(clients.northwindScope(), space, 20, 2)).isNotEqualTo(drawn);
    }

    @Test
    void drawsEverythingWhereThereIsLessThanWanted() {
        List<AssetEmbedding> added = vectors.add(clients.northwindScope(), clients.exit(), space, 3);

        assertThat(samples.draw(clients.northwindScope(), space, 10, 1))
                .extracting(StoredVector::assetId)
                .containsExactlyInAnyOrderElementsOf(
                        added.stream().map(AssetEmbedding::assetId).toList());
    }

    @Test
    void drawsFromTheScopeOnly() {
        vectors.add(clients.northwindScope(), clients.exit(), space, 3);
        vectors.add(clients.northwindScope(), clients.erp(), space, 4);
        vectors.add(clients.harborScope(), clients.cloud(), space, 5);

        assertThat(samples.draw(clients.northwindScope(), space, 100, 1)).hasSize(7);
        assertThat(samples.draw(clients.erpScope(), space, 100, 1)).hasSize(4);
        assertThat(samples.draw(clients.harborScope(), space, 100, 1)).hasSize(5);
        assertThat(samples.draw(clients.harborScope(), world.newSpace(16), 100, 1))
                .isEmpty();
    }
}

package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Assets with random vectors, the same sequence in each run. */
public final class RandomVectors {
    private final AssetCatalog catalog;
    private final EmbeddingStore store;
    private final Random random = new Random(4711);

    public RandomVectors(AssetCatalog catalog, EmbeddingStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** The embeddings of so many new assets. */
    public List<AssetEmbedding> add(TenantScope scope, EngagementId engagementId, EmbeddingSpace space, int count) {
        List<AssetDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AssetKey key = new AssetKey("test", UUID.randomUUID().toString());
            drafts.add(new AssetDraft(key, AssetAttributes.named("server").build()));
        }
        catalog.save(scope, engagementId, drafts);
        List<AssetEmbedding> embeddings = new ArrayList<>();
        for (Asset asset : store.findDue(scope, space, null, count)) {
            embeddings.add(new AssetEmbedding(asset.id(), engagementId, next(space), asset.contentHash()));
        }
        store.save(scope, space, embeddings);
        return embeddings;
    }

    /** Writes other vectors for the same assets. */
    public void writeAnew(TenantScope scope, EmbeddingSpace space, List<AssetEmbedding> embeddings) {
        store.save(
                scope,
                space,
                embeddings.stream()
                        .map(embedding -> new AssetEmbedding(
                                embedding.assetId(), embedding.engagementId(), next(space), embedding.contentHash()))
                        .toList());
    }

    public EmbeddingVector next(EmbeddingSpace space) {
        float[] values = new float[space.dimensions()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return EmbeddingVector.normalised(values);
    }
}

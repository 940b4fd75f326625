package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Shuffles what there is. */
public final class InMemoryVectorSamples implements VectorSamples {
    private final InMemoryAssetCatalog catalog;
    private final EmbeddingStore store;

    public InMemoryVectorSamples(InMemoryAssetCatalog catalog, EmbeddingStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    @Override
    public List<StoredVector> draw(TenantScope scope, EmbeddingSpace space, int count, long seed) {
        List<Asset> assets = new ArrayList<>(catalog.all(scope).toList());
        Collections.shuffle(assets, new Random(seed));
        return assets.stream()
                .flatMap(asset -> store.find(scope, space, asset.id()).stream()
                        .flatMap(vector -> Stream.of(new StoredVector(asset.id(), vector))))
                .limit(count)
                .toList();
    }
}

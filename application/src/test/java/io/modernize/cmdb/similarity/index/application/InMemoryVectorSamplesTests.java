package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.search.application.InMemoryEmbeddingIndex;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryVectorSamplesTests extends VectorSamplesContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryEmbeddingIndex store = new InMemoryEmbeddingIndex(catalog);

    @Override
    protected VectorSamples samples() {
        return new InMemoryVectorSamples(catalog, store);
    }

    @Override
    protected EmbeddingStore store() {
        return store;
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }

    @Override
    protected EmbeddingSpace newSpace(int dimensions) {
        return InactiveSpaces.create(dimensions);
    }
}

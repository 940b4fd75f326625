package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.search.application.InMemoryEmbeddingIndex;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.time.Clock;

class InMemoryVectorIndexesTests extends VectorIndexesContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryEmbeddingIndex store = new InMemoryEmbeddingIndex(catalog);
    private final InMemoryVectorIndexes indexes = new InMemoryVectorIndexes(catalog, store, Clock.systemUTC());

    @Override
    protected VectorIndexes indexes() {
        return indexes;
    }

    @Override
    protected SearchProfiles profiles() {
        return indexes;
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

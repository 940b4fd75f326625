package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.util.UUID;

class InMemoryEmbeddingIndexTests extends EmbeddingIndexContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryEmbeddingIndex index = new InMemoryEmbeddingIndex(catalog);

    @Override
    protected EmbeddingIndex index() {
        return index;
    }

    @Override
    protected EmbeddingStore store() {
        return index;
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
        return new EmbeddingSpace(
                new EmbeddingSpaceId(UUID.randomUUID()), "test", "random", dimensions, Distance.COSINE, 1);
    }
}

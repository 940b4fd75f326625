package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryTextIndexTests extends TextIndexContract {
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryEmbeddingIndex embeddings = new InMemoryEmbeddingIndex(catalog);
    private EmbeddingSpace space = InactiveSpaces.create(1);
    private final InMemoryTextIndex index = new InMemoryTextIndex(catalog, embeddings, () -> space);

    @Override
    protected TextIndex index() {
        return index;
    }

    @Override
    protected EmbeddingIndex embeddings() {
        return embeddings;
    }

    @Override
    protected EmbeddingStore store() {
        return embeddings;
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
    protected EmbeddingSpace newActiveSpace(int dimensions) {
        space = InactiveSpaces.create(dimensions);
        return space;
    }

    @Override
    protected void deleteEngagement(TwoClients clients, EngagementId engagementId) {
        TenantScope scope = TenantScope.forJob(clients.northwind(), engagementId);
        catalog.all(scope).toList().forEach(asset -> catalog.delete(scope, asset.id()));
    }
}

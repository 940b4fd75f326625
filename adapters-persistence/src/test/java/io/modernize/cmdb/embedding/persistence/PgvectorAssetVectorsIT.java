package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.ContentHash;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetVectors;
import io.modernize.cmdb.inventory.application.AssetVectorsContract;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class PgvectorAssetVectorsIT extends AssetVectorsContract {
    private final TestSpaces spaces = new TestSpaces();

    @Autowired
    private AssetVectors vectors;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private EmbeddingStore store;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected AssetVectors vectors() {
        return vectors;
    }

    @Override
    protected AssetCatalog catalog() {
        return catalog;
    }

    @Override
    protected TwoClients newClients() {
        return RegisteredClients.in(registry);
    }

    @Override
    protected void embedTwice(TenantScope scope, EngagementId engagementId, AssetId assetId) {
        for (EmbeddingSpace space : List.of(spaces.next(2), spaces.next(2))) {
            store.save(
                    scope,
                    space,
                    List.of(new AssetEmbedding(
                            assetId,
                            engagementId,
                            EmbeddingVector.normalised(new float[] {0, 1}),
                            ContentHash.ofBytes(new byte[32]))));
        }
    }
}

package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.persistence.TestSpaces;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.similarity.index.application.VectorSamples;
import io.modernize.cmdb.similarity.index.application.VectorSamplesContract;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class PgvectorSamplesIT extends VectorSamplesContract {
    private final TestSpaces spaces = new TestSpaces();

    @Autowired
    private VectorSamples samples;

    @Autowired
    private EmbeddingStore store;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected VectorSamples samples() {
        return samples;
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
        return RegisteredClients.in(registry);
    }

    @Override
    protected EmbeddingSpace newSpace(int dimensions) {
        return spaces.next(dimensions);
    }
}

package io.modernize.cmdb.similarity.index.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.persistence.TestSpaces;
import io.modernize.cmdb.offboarding.application.ClientAccountResources;
import io.modernize.cmdb.offboarding.application.ClientAccountResourcesContract;
import io.modernize.cmdb.similarity.index.HnswParameters;
import io.modernize.cmdb.similarity.index.application.VectorIndexes;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.BuildProgress;
import io.modernize.cmdb.similarity.index.application.VectorIndexes.Exclusive;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client account's HNSW indexes as what goes with it. */
@PersistenceTest
class ReleasedIndexesIT extends ClientAccountResourcesContract {
    private final JdbcClient owner = KeptLogins.owner();
    private final ClientAccountResources resources;
    private final VectorIndexes indexes;

    @Autowired
    ReleasedIndexesIT(TwoClients clients, ClientAccountResources resources, VectorIndexes indexes) {
        super(clients, resources);
        this.resources = resources;
        this.indexes = indexes;
    }

    @Override
    protected void give(TenantScope scope) {
        build(scope, TestSpaces.create(4));
    }

    @Override
    protected void whileBusy(Runnable work) {
        try (Exclusive held = indexes.tryExclusively(clients.harborScope()).orElseThrow()) {
            assertThat(held).isNotNull();
            work.run();
        }
    }

    @Test
    void releasesTheIndexesOfAllSpacesAndWhatNoRecordNames() {
        TenantScope scope = clients.northwindScope();
        EmbeddingSpace space = TestSpaces.create(4);
        give(scope);
        build(scope, space);
        String leftover = "cmdb_hnsw_" + scope.clientAccountId().toString().replace("-", "") + "_00000000_g7";
        owner.sql("create index " + leftover + " on cmdb_asset_embeddings_"
                        + space.id().toString().replace("-", "") + "_0 (asset_id)")
                .update();

        assertThat(resources.release(scope))
                .hasValueSatisfying(names -> assertThat(names).hasSize(3).contains(leftover));

        assertThat(resources.names(scope)).isEmpty();
        assertThat(indexes.survey(scope, space).built()).isNull();
    }

    private void build(TenantScope scope, EmbeddingSpace space) {
        try (Exclusive held = indexes.tryExclusively(scope).orElseThrow()) {
            held.build(space, new HnswParameters(8, 32), BuildProgress.SILENT);
        }
    }
}

package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingVector;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.application.AssetWorld;
import io.modernize.cmdb.tenancy.TenantScope;

/** The assets that one test works on, and their embeddings. */
public interface EmbeddingWorld extends AssetWorld {
    /** Over the same assets. */
    EmbeddingStore store();

    /** A space of so many dimensions that nothing is embedded in; each time another one. */
    EmbeddingSpace newSpace(int dimensions);

    /** Stores the vector for all assets of the scope that are due, of which there are some thousands at most. */
    default void embedDue(TenantScope scope, EmbeddingSpace space, EmbeddingVector vector) {
        store().save(
                        scope,
                        space,
                        store().findDue(scope, space, null, 10_000).stream()
                                .map(due -> new AssetEmbedding(due.id(), due.engagementId(), vector, due.contentHash()))
                                .toList());
    }
}

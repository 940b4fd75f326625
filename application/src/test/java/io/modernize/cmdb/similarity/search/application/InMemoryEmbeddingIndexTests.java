package io.modernize.cmdb.similarity.search.application;

import io.modernize.cmdb.embedding.application.InMemoryEmbeddingWorld;

class InMemoryEmbeddingIndexTests extends EmbeddingIndexContract {
    InMemoryEmbeddingIndexTests() {
        InMemoryEmbeddingWorld world = InMemoryEmbeddingWorld.empty();
        super(world, world.store());
    }
}

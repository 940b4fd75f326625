package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.application.InMemoryEmbeddingWorld;
import java.time.Clock;

class InMemoryVectorIndexesTests extends VectorIndexesContract {
    InMemoryVectorIndexesTests() {
        InMemoryEmbeddingWorld world = InMemoryEmbeddingWorld.empty();
        InMemoryVectorIndexes indexes = new InMemoryVectorIndexes(world.catalog(), world.store(), Clock.systemUTC());
        super(world, indexes, indexes);
    }
}

package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.application.InMemoryEmbeddingWorld;

class InMemoryVectorSamplesTests extends VectorSamplesContract {
    InMemoryVectorSamplesTests() {
        InMemoryEmbeddingWorld world = InMemoryEmbeddingWorld.empty();
        super(world, new InMemoryVectorSamples(world.catalog(), world.store()));
    }
}

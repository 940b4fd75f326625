package io.modernize.cmdb.embedding.application;

class InMemoryEmbeddingStoreTests extends EmbeddingStoreContract {
    InMemoryEmbeddingStoreTests() {
        super(InMemoryEmbeddingWorld.empty());
    }
}

package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.application.InMemoryEmbeddingWorld;

class InMemoryRecallAuditsTests extends RecallAuditsContract {
    InMemoryRecallAuditsTests() {
        super(InMemoryEmbeddingWorld.empty(), new InMemoryRecallAudits());
    }
}

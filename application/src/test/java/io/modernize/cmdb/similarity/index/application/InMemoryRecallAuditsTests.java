package io.modernize.cmdb.similarity.index.application;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.similarity.spaces.application.InactiveSpaces;
import io.modernize.cmdb.tenancy.application.TwoClients;

class InMemoryRecallAuditsTests extends RecallAuditsContract {
    private final InMemoryRecallAudits audits = new InMemoryRecallAudits();

    @Override
    protected RecallAudits audits() {
        return audits;
    }

    @Override
    protected TwoClients newClients() {
        return TwoClients.random();
    }

    @Override
    protected EmbeddingSpace newSpace(int dimensions) {
        return InactiveSpaces.create(dimensions);
    }
}

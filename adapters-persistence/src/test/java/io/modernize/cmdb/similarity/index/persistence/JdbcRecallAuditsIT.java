package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.persistence.TestSpaces;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.similarity.index.application.RecallAuditsContract;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcRecallAuditsIT extends RecallAuditsContract {
    private final TestSpaces spaces = new TestSpaces();

    @Autowired
    private RecallAudits audits;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClientAccountRegistry registry;

    @Override
    protected RecallAudits audits() {
        return audits;
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

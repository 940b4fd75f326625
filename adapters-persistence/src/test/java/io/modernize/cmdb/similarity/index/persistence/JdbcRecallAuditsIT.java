package io.modernize.cmdb.similarity.index.persistence;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.similarity.index.application.RecallAuditsContract;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
class JdbcRecallAuditsIT extends RecallAuditsContract {
    @Autowired
    JdbcRecallAuditsIT(DatabaseWorld world, RecallAudits audits) {
        super(world, audits);
    }
}

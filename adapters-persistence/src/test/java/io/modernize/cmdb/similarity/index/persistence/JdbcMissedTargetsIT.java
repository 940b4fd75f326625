package io.modernize.cmdb.similarity.index.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.persistence.TestSpaces;
import io.modernize.cmdb.similarity.index.RecallAudit;
import io.modernize.cmdb.similarity.index.RecallAudit.Strategy;
import io.modernize.cmdb.similarity.index.application.MissedTargets;
import io.modernize.cmdb.similarity.index.application.RecallAudits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.database.persistence.CountedOwner;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One question about all client accounts. */
@PersistenceTest
class JdbcMissedTargetsIT {
    @Autowired
    private MissedTargets missed;

    @Autowired
    private RecallAudits audits;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private TwoClients clients;

    private EmbeddingSpace space;

    @BeforeEach
    void createSpace() {
        space = TestSpaces.create(3);
        search(clients.northwind(), space);
        search(clients.harbor(), space);
    }

    @Test
    void goesByTheLastAuditOfEach() {
        assertThat(missed.inLastAudits()).doesNotContain(clients.northwind(), clients.harbor());

        audit(clients.northwindScope(), space, 1, 0.995);
        audit(clients.northwindScope(), space, 2, 0.9);
        audit(clients.harborScope(), space, 1, 0.9);
        audit(clients.harborScope(), space, 2, 0.995);
        assertThat(missed.inLastAudits()).contains(clients.northwind()).doesNotContain(clients.harbor());

        audit(clients.northwindScope(), space, 3, 0.99);
        assertThat(missed.inLastAudits()).doesNotContain(clients.northwind(), clients.harbor());
    }

    @Test
    void goesByTheSpaceThatIsSearched() {
        EmbeddingSpace next = TestSpaces.create(3);
        audit(clients.northwindScope(), space, 1, 0.9);
        audit(clients.northwindScope(), next, 2, 0.995);
        assertThat(missed.inLastAudits()).contains(clients.northwind());

        search(clients.northwind(), next);
        assertThat(missed.inLastAudits()).doesNotContain(clients.northwind());
    }

    @Test
    void asksOnceHoweverManyClientAccountsThereAre() {
        CountedOwner owner = new CountedOwner(TestDatabase.shared().ownerDataSource());
        for (int i = 0; i < 5; i++) {
            RegisteredClients.in(registry);
        }

        new JdbcMissedTargets(owner.connections()).inLastAudits();

        assertThat(owner.prepared()).hasSize(1);
    }

    /** Whether any space is common to all client accounts, as in production, is for other tests of the shared database. */
    private void search(ClientAccountId client, EmbeddingSpace searched) {
        JdbcClient owner = JdbcClient.create(TestDatabase.shared().ownerDataSource());
        owner.sql("update embedding_space_uses set active = false where client_account_id = ?")
                .param(client.value())
                .update();
        owner.sql("insert into embedding_space_uses (client_account_id, embedding_space_id, active) values (?,"
                        + " ?, true)")
                .params(client.value(), searched.id().value())
                .update();
    }

    private void audit(TenantScope scope, EmbeddingSpace audited, int minute, double recall) {
        audits.append(
                scope,
                audited,
                new RecallAudit(
                        Instant.EPOCH.plusSeconds(60L * minute),
                        Strategy.QUANTISED,
                        400,
                        9_000,
                        50,
                        10,
                        recall,
                        0.99,
                        1,
                        1,
                        1));
    }
}

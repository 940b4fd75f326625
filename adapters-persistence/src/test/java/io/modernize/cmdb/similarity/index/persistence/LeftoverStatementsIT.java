package io.modernize.cmdb.similarity.index.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.database.persistence.CountedOwner;
import io.modernize.cmdb.tenancy.database.persistence.SentStatements;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What looking for leftover indexes asks, every ten minutes and of each client account. */
@PersistenceTest
class LeftoverStatementsIT {
    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TwoClients clients;

    @Test
    void asksNoClientAccountWithoutIndexesWhichOfThemItUses() {
        SentStatements sent = new SentStatements(dataSource);
        CountedOwner owner = new CountedOwner(TestDatabase.shared().ownerDataSource());
        PgvectorIndexes indexes = new PgvectorIndexes(
                new IndexSessions(owner.connections()),
                new VectorIndexRecords(new TenantJdbc(transactions, sent.jdbc())),
                new IndexBuildProperties(64, 0));

        assertThat(indexes.dropLeftovers(clients.northwindScope())).hasValue(0);

        assertThat(sent.texts()).isEmpty();
        assertThat(owner.prepared()).hasSize(1);
    }
}

package io.modernize.cmdb.similarity.index.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.database.persistence.CountedOwner;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What looking for leftover indexes asks, every ten minutes and of each client account. */
@PersistenceTest
class LeftoverStatementsIT {
    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private ClientAccountRegistry registry;

    @Test
    void asksNoClientAccountWithoutIndexesWhichOfThemItUses() {
        List<String> sent = new ArrayList<>();
        JdbcClient jdbc = JdbcClient.create(new JdbcTemplate(dataSource) {
            @Override
            protected void applyStatementSettings(Statement statement) {
                sent.add(statement.toString());
            }
        });
        CountedOwner owner = new CountedOwner(TestDatabase.shared().ownerDataSource());
        PgvectorIndexes indexes = new PgvectorIndexes(
                new IndexSessions(owner.connections()),
                new VectorIndexRecords(new TenantJdbc(transactions, jdbc)),
                new IndexBuildProperties(64, 0));
        TenantScope scope = RegisteredClients.in(registry).northwindScope();

        assertThat(indexes.dropLeftovers(scope)).hasValue(0);

        assertThat(sent).isEmpty();
        assertThat(owner.prepared()).hasSize(1);
    }
}

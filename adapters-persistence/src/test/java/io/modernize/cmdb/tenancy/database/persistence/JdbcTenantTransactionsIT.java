package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@PersistenceTest
class JdbcTenantTransactionsIT {
    private static final String COUNT = "select count(*) from cmdb_assets";

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private JdbcTenantTransactions pipelines;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private AssetCatalog catalog;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private TwoClients clients;

    @BeforeEach
    void saveAnAsset() {
        save(clients.northwindScope());
    }

    @Test
    void showsTheClientsRowsInside() {
        assertThat(inScope(clients.northwindScope())).isEqualTo(1);
        assertThat(inScope(clients.harborScope())).isZero();
    }

    @Test
    void leavesNoContextOnAnyConnectionOfThePool() throws SQLException {
        for (int i = 0; i < 20; i++) {
            inScope(clients.northwindScope());
        }
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                Connection connection = dataSource.getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("select (" + COUNT
                                + "), coalesce(current_setting('app.client_account_id', true), '')")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getLong(1)).isZero();
                    assertThat(row.getString(2)).isEmpty();
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void refusesAnotherClientInsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inScope(clients.northwindScope(), () -> inScope(clients.harborScope())));
        assertThat(inScope(clients.harborScope())).as("afterwards it may").isZero();
    }

    @Test
    void joinsTheTransactionOfTheSameClient() {
        assertThat(transactions.inScope(clients.northwindScope(), () -> inScope(clients.exitScope())))
                .isEqualTo(1);
    }

    @Test
    void bindsATransactionThatWasBegunWithoutAClient() {
        TransactionTemplate plain = new TransactionTemplate(transactionManager);

        plain.executeWithoutResult(status -> {
            assertThat(count()).isZero();
            assertThat(inScope(clients.northwindScope())).isEqualTo(1);
            assertThatIllegalStateException().isThrownBy(() -> inScope(clients.harborScope()));
            status.setRollbackOnly();
        });
        assertThat(inScope(clients.harborScope())).isZero();
    }

    @Test
    void givesAnIndependentInnerTransactionNoContext() {
        TransactionTemplate independent = new TransactionTemplate(transactionManager);
        independent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transactions.runInScope(clients.northwindScope(), () -> {
            assertThat(independent.<Long>execute(status -> count())).isZero();
            assertThat(independent.<Long>execute(status -> inScope(clients.harborScope())))
                    .as("it may serve another client")
                    .isZero();
            assertThat(count()).as("resumed").isEqualTo(1);
            assertThat(inScope(clients.northwindScope())).isEqualTo(1);
        });
    }

    @Test
    void rollsBackWhereTheWorkThrows() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> transactions.runInScope(clients.harborScope(), () -> {
                    save(clients.harborScope());
                    throw new UnsupportedOperationException();
                }));

        assertThat(inScope(clients.harborScope())).isZero();
    }

    @Test
    void servesAnotherClientAfterAFailure() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> transactions.runInScope(clients.harborScope(), () -> {
                    throw new UnsupportedOperationException();
                }));

        assertThat(inScope(clients.northwindScope())).isEqualTo(1);
    }

    @Test
    void setsTheContextTogetherWithTheFirstQuery() {
        assertThat(pipelined(clients.northwindScope(), first -> List.of(first, count())))
                .containsExactly(1L, 1L);
        assertThat(pipelined(clients.harborScope(), first -> List.of(first, count())))
                .containsExactly(0L, 0L);
        assertThat(count()).as("afterwards").isZero();
    }

    @Test
    void pipelinesInsideATransactionOfTheSameClientOnly() {
        assertThat(transactions.inScope(
                        clients.northwindScope(), () -> pipelined(clients.exitScope(), first -> List.of(first))))
                .containsExactly(1L);
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.inScope(
                        clients.harborScope(), () -> pipelined(clients.northwindScope(), first -> List.of(first))));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> pipelined(clients.harborScope(), first -> List.of(inScope(clients.northwindScope()))));
    }

    @Test
    void servesAnotherClientAfterAFirstQueryThatFailed() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> pipelines.inScope(
                        clients.harborScope(),
                        "select 1 / :divisor",
                        new MapSqlParameterSource("divisor", 0),
                        JdbcTenantTransactionsIT::number,
                        first -> first));

        assertThat(inScope(clients.northwindScope())).isEqualTo(1);
    }

    @Test
    void makesATransactionOfAQueryAlone() {
        assertThat(queried(clients.northwindScope())).isEqualTo(1);
        assertThat(queried(clients.harborScope())).isZero();
        assertThat(count()).as("afterwards").isZero();
        assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    }

    @Test
    void leavesTheEndOfATransactionToWhoBeganIt() {
        new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
            assertThat(queried(clients.harborScope())).isZero();
            save(clients.harborScope());
            assertThat(queried(clients.harborScope())).isEqualTo(1);
            assertThatIllegalStateException().isThrownBy(() -> queried(clients.northwindScope()));
            status.setRollbackOnly();
        });

        assertThat(queried(clients.harborScope())).isZero();
    }

    @Test
    void servesAnotherClientAfterAQueryThatFailed() throws SQLException {
        // More often than there are connections, so that one that was left in a failed transaction would be met again.
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> pipelines.queryInScope(
                            clients.harborScope(),
                            "select 1 / :divisor",
                            new MapSqlParameterSource("divisor", 0),
                            JdbcTenantTransactionsIT::number));
            assertThat(count()).isZero();
            assertThat(queried(clients.northwindScope())).isEqualTo(1);
        }
        leavesNoContextOnAnyConnectionOfThePool();
    }

    private long queried(TenantScope scope) {
        return pipelines.queryInScope(scope, COUNT, new MapSqlParameterSource(), JdbcTenantTransactionsIT::number);
    }

    private List<Long> pipelined(TenantScope scope, Function<Long, List<Long>> work) {
        return pipelines.inScope(scope, COUNT, new MapSqlParameterSource(), JdbcTenantTransactionsIT::number, work);
    }

    private static Long number(ResultSet row) throws SQLException {
        assertThat(row.next()).isTrue();
        return row.getLong(1);
    }

    private long inScope(TenantScope scope) {
        return transactions.inScope(scope, this::count);
    }

    private long count() {
        return jdbc.sql(COUNT).query(Long.class).single();
    }

    private void save(TenantScope scope) {
        var engagement = scope.clientAccountId().equals(clients.northwind()) ? clients.exit() : clients.cloud();
        AssetDraft draft = new AssetDraft(
                new AssetKey("servicenow", "1"), AssetAttributes.named("web").build());
        catalog.save(scope, engagement, List.of(draft));
    }
}

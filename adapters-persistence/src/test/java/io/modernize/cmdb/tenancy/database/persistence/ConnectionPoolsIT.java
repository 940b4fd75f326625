package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementLocks;
import io.modernize.cmdb.tenancy.application.EngagementLocks.Held;
import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.ServiceLocks;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import io.modernize.cmdb.testsupport.FreePort;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** Work of each kind waits for its own connections only. */
@PersistenceTest
class ConnectionPoolsIT {
    private static final Duration PLENTY = Duration.ofMinutes(10);

    private final List<Connection> taken = new ArrayList<>();

    @Autowired
    @Qualifier("requestsPool")
    private HikariDataSource requests;

    @Autowired
    @Qualifier("backgroundPool")
    private HikariDataSource background;

    @Autowired
    @Qualifier("administrationPool")
    private HikariDataSource administration;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private DataSourceHealthIndicator health;

    @Autowired
    private EngagementLocks locks;

    @Autowired
    private ServiceLocks serviceLocks;

    @Autowired
    private TwoClients clients;

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void locksTakeNoConnectionOfAnyPool() {
        List<EngagementLocks.Held> imports = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            imports.add(locks.tryAcquire(clients.exitScope(), clients.exit(), "import-" + i)
                    .orElseThrow());
        }
        ServiceLocks.Held service =
                serviceLocks.tryAcquire("work-" + UUID.randomUUID()).orElseThrow();

        for (HikariDataSource pool : List.of(requests, background, administration)) {
            assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                    .as(pool.getPoolName())
                    .isZero();
        }
        imports.forEach(Held::close);
        service.close();
    }

    @Test
    void healthIsAskedWhileAllOtherConnectionsAreTaken() throws SQLException {
        takeAll(requests);
        takeAll(background);

        assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.UP);
    }

    @Test
    void workWithoutALimitOfTimeLeavesTheConnectionsOfRequestsAlone() throws SQLException {
        takeAll(requests);

        assertThat(JdbcClient.create(dataSource)
                        .sql("select 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void requestsAreServedWhileBackgroundWorkHasAllItsConnections() throws SQLException {
        takeAll(background);

        assertThat(transactions(within(PLENTY)).inScope(scope(), () -> "served"))
                .isEqualTo("served");
    }

    @Test
    void aRequestThatWaitsInVainIsRefusedForOverload() throws SQLException {
        takeAll(requests);

        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> transactions(within(Duration.ofMillis(10))).inScope(scope(), () -> "served"));
        assertThatExceptionOfType(OverloadedException.class)
                .as("without a transaction")
                .isThrownBy(() -> JdbcClient.create(byWork(within(Duration.ofMillis(10))))
                        .sql("select 1")
                        .query(Integer.class)
                        .single());

        giveBack();
        assertThat(transactions(within(PLENTY)).inScope(scope(), () -> "served"))
                .isEqualTo("served");
    }

    @Test
    void aLateRequestTakesNoConnection() throws SQLException {
        takeAll(requests);

        assertThatExceptionOfType(OutOfTimeException.class)
                .isThrownBy(() -> transactions(within(Duration.ZERO)).inScope(scope(), () -> "served"));
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNoOverload() {
        HikariDataSource nowhere = new HikariDataSource();
        nowhere.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/nowhere");
        nowhere.setInitializationFailTimeout(-1);
        nowhere.setConnectionTimeout(250);
        TimeLeft timeLeft = within(Duration.ofMillis(10));
        try (nowhere) {
            DataSource unreachable = new ConnectionsByWork(timeLeft, new RequestConnections(nowhere), background);
            assertThatExceptionOfType(CannotCreateTransactionException.class)
                    .isThrownBy(
                            () -> transactions(unreachable, timeLeft, timeLeft).inScope(scope(), () -> "served"));
        }
    }

    @Test
    void theStatementsOfATransactionShareItsTime() {
        // PostgreSQL alone would let the statement run.
        DataSource pools = byWork(within(PLENTY));
        JdbcTenantTransactions transactions = transactions(pools, within(Duration.ofMillis(300)), within(PLENTY));

        assertThatExceptionOfType(OutOfTimeException.class)
                .isThrownBy(() -> transactions.inScope(
                        scope(),
                        () -> JdbcClient.create(pools)
                                .sql("select pg_sleep(600)")
                                .query()
                                .listOfRows()));
    }

    private TenantScope scope() {
        return clients.northwindScope();
    }

    private static TimeLeft within(Duration left) {
        return () -> Optional.of(left);
    }

    private DataSource byWork(TimeLeft timeLeft) {
        return new ConnectionsByWork(timeLeft, new RequestConnections(requests), background);
    }

    private JdbcTenantTransactions transactions(TimeLeft timeLeft) {
        return transactions(byWork(timeLeft), timeLeft, timeLeft);
    }

    /**
     * Transactions of requests.
     *
     * @param ofTransactions limits each transaction
     * @param ofStatements limits each statement
     */
    private static JdbcTenantTransactions transactions(
            DataSource pools, TimeLeft ofTransactions, TimeLeft ofStatements) {
        return new JdbcTenantTransactions(
                new DeadlineTransactions(pools, ofTransactions),
                new NamedParameterJdbcTemplate(pools),
                new StaticListableBeanFactory(Map.of("timeLeft", ofStatements)).getBeanProvider(TimeLeft.class));
    }

    private void takeAll(HikariDataSource pool) throws SQLException {
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            taken.add(pool.getConnection());
        }
    }
}

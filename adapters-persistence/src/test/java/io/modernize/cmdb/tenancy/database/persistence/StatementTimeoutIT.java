package io.modernize.cmdb.tenancy.database.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.OutOfTimeException;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Work whose time is over is cancelled where it is done. */
@PersistenceTest
class StatementTimeoutIT {
    /** Longer than anybody waits for a test. */
    private static final String SLOW = "select pg_sleep(600)";

    private static final String SETTING = "select current_setting('statement_timeout')";

    private static final ResultSetExtractor<String> TEXT = StatementTimeoutIT::text;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    @Autowired
    private TwoClients clients;

    private TenantScope scope;

    @BeforeEach
    void createScope() {
        scope = clients.northwindScope();
    }

    private JdbcTenantTransactions transactions(TimeLeft timeLeft) {
        return new JdbcTenantTransactions(
                transactionManager,
                jdbc,
                new StaticListableBeanFactory(Map.of("timeLeft", timeLeft)).getBeanProvider(TimeLeft.class));
    }

    private JdbcTenantTransactions within(Duration duration) {
        return transactions(() -> Optional.of(duration));
    }

    private static String text(ResultSet row) throws SQLException {
        assertThat(row.next()).isTrue();
        return String.valueOf(row.getString(1));
    }

    @Test
    void cancelsAQueryThatIsATransactionByItself() {
        assertThatExceptionOfType(OutOfTimeException.class)
                .isThrownBy(() ->
                        within(Duration.ofMillis(200)).queryInScope(scope, SLOW, new MapSqlParameterSource(), TEXT));
    }

    @Test
    void cancelsAFirstQuery() {
        assertThatExceptionOfType(OutOfTimeException.class)
                .isThrownBy(() -> within(Duration.ofMillis(200))
                        .inScope(scope, SLOW, new MapSqlParameterSource(), TEXT, first -> first));
    }

    @Test
    void cancelsWhatFollows() {
        assertThatExceptionOfType(OutOfTimeException.class)
                .isThrownBy(() ->
                        within(Duration.ofMillis(200)).inScope(scope, () -> String.valueOf(jdbc.query(SLOW, TEXT))));
    }

    @Test
    void doesNotBeginWhatIsLate() {
        assertThatExceptionOfType(OutOfTimeException.class)
                .isThrownBy(() -> within(Duration.ZERO).inScope(scope, () -> "done"));
    }

    @Test
    void roundsDownSoThatTextsOfStatementsAreFewAndNoneIsLate() {
        assertThat(setting(within(Duration.ofMillis(19_990)))).isEqualTo("19s");
        assertThat(setting(within(Duration.ofMillis(17_001)))).isEqualTo("17s");
        assertThat(setting(within(Duration.ofMillis(1)))).isEqualTo("100ms");
    }

    @Test
    void leavesJobsAndTheNextTransactionAlone() {
        setting(within(Duration.ofSeconds(20)));

        assertThat(setting(transactions(Optional::empty))).isEqualTo("0");
    }

    private String setting(JdbcTenantTransactions transactions) {
        return transactions.inScope(scope, () -> String.valueOf(jdbc.query(SETTING, TEXT)));
    }
}

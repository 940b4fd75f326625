package io.modernize.cmdb.tenancy.database.persistence;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.tenancy.database.persistence.DatabaseProperties.Login;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes the pools of connections, one for each kind of work. Work of one kind can wait for its own connections only, so
 * imports do not keep requests waiting, and neither of them keeps the health of the service from being asked for.
 */
final class ConnectionPools {
    /**
     * The connections of the owner. A build of an index takes one for hours and one for its progress, and two are left
     * for administration.
     */
    private static final int OWNER_POOL_SIZE = 4;

    /**
     * How long the requests' pool waits at a time. {@link RequestConnections} waits again while the request has time,
     * so a request that is late is noticed this late at most.
     */
    private static final Duration REQUESTS_WAIT = Duration.ofMillis(500);

    /** A probe of the health expects an answer within seconds. */
    private static final Duration ADMINISTRATION_WAIT = Duration.ofSeconds(2);

    /** Jobs have more patience than people. */
    private static final Duration BACKGROUND_WAIT = Duration.ofSeconds(30);

    /**
     * The time in which a connection has to be opened. Without it, the driver would take the wait of whichever pool was
     * made last.
     */
    private static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(10);

    /** The longest wait for an answer about health and fences, or about a lock, which never waits for another one. */
    private static final Duration SHORT_ANSWER = Duration.ofSeconds(10);

    private final DatabaseProperties properties;

    ConnectionPools(DatabaseProperties properties) {
        this.properties = properties;
    }

    /**
     * The connections of requests that have a limit of time.
     *
     * <p>A transaction that does nothing for a minute belongs to a process that stands still, and would keep its row
     * locks from other instances. There is no timeout for locks, because the timeout of a statement counts its waits for
     * locks, too.
     */
    HikariDataSource requests() {
        HikariConfig config =
                config("requests", properties.application(), "-c idle_in_transaction_session_timeout=60s");
        config.setMaximumPoolSize(properties.application().maximumPoolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(REQUESTS_WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /** The connections of all other work of the application, see {@link ConnectionsByWork}. */
    HikariDataSource background() {
        HikariConfig config = config("background", properties.application(), "");
        config.setMaximumPoolSize(properties.background().maximumPoolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(BACKGROUND_WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /** The connections for the health of the service and for the checks of its fences. Nothing else takes them. */
    HikariDataSource administration() {
        HikariConfig config = config("administration", properties.application(), "");
        config.setMaximumPoolSize(properties.administration().maximumPoolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(ADMINISTRATION_WAIT.toMillis());
        config.addDataSourceProperty("socketTimeout", Long.toString(SHORT_ANSWER.toSeconds()));
        return new HikariDataSource(config);
    }

    /** The connections of the owner's login. No idle connection stays open. */
    HikariDataSource owner() {
        HikariConfig config = config("owner", properties.owner(), "");
        config.setMaximumPoolSize(OWNER_POOL_SIZE);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(BACKGROUND_WAIT.toMillis());
        return new HikariDataSource(config);
    }

    /**
     * Opens the session that holds locks, outside of all pools. The server must not end it for doing nothing: it does
     * nothing while the work under the locks goes on.
     */
    DataSource locks() {
        Properties driver = new Properties();
        driver.setProperty("user", properties.application().username());
        driver.setProperty("password", properties.application().password());
        driver.setProperty("ApplicationName", applicationName("locks"));
        driver.setProperty("logServerErrorDetail", "false");
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("loginTimeout", Long.toString(LOGIN_TIMEOUT.toSeconds()));
        driver.setProperty("socketTimeout", Long.toString(SHORT_ANSWER.toSeconds()));
        driver.setProperty("options", "-c idle_session_timeout=0");
        return new DriverManagerDataSource(properties.url(), driver);
    }

    private HikariConfig config(String name, Login login, String options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(properties.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.addDataSourceProperty("ApplicationName", applicationName(name));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("loginTimeout", Long.toString(LOGIN_TIMEOUT.toSeconds()));
        // One statement for many rows; without it a batch of 500 inserts is 500 messages.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The server's details hold values of rows, which are not for the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // Vectors travel in binary only where the driver knows their class; otherwise as text, three times as long.
        config.addDataSourceProperty("datatype.vector", PGvector.class.getName());
        // A plan fits the sizes that it was made for. A plan from when a table was small, or from a small client's
        // search, is wrong for the next one, and a new plan costs a fraction of a millisecond. A search takes
        // milliseconds, too few to start parallel workers or to compile anything. Its pages are in memory or on flash.
        // With the default cost of 4 for a page out of order, PostgreSQL would rather read all vectors of a client
        // than look up the best four hundred.
        config.addDataSourceProperty(
                "options",
                ("-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0 -c jit=off"
                                + " -c random_page_cost=1.1 " + options)
                        .strip());
        return config;
    }

    private static String applicationName(String name) {
        return "cmdb-similarity " + name;
    }
}

package io.modernize.cmdb.tenancy.database.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Configures two logins. The application's login has a pool for each kind of work, and a session for locks. Code that
 * serves requests cannot reach a connection of the owner.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {
    /** The names of the pools of the application's login. Only this class asks for one of them. */
    private static final String REQUESTS = "requestsPool";

    private static final String BACKGROUND = "backgroundPool";
    private static final String ADMINISTRATION = "administrationPool";

    @Bean
    ConnectionPools connectionPools(DatabaseProperties properties) {
        return new ConnectionPools(properties);
    }

    @Bean(name = REQUESTS, defaultCandidate = false)
    HikariDataSource requestsPool(ConnectionPools pools) {
        return pools.requests();
    }

    @Bean(name = BACKGROUND, defaultCandidate = false)
    HikariDataSource backgroundPool(ConnectionPools pools) {
        return pools.background();
    }

    @Bean(name = ADMINISTRATION, defaultCandidate = false)
    HikariDataSource administrationPool(ConnectionPools pools) {
        return pools.administration();
    }

    @Bean
    @Primary
    DataSource applicationDataSource(
            @Qualifier(REQUESTS) DataSource requests,
            @Qualifier(BACKGROUND) DataSource background,
            ObjectProvider<TimeLeft> timeLeft) {
        return new ConnectionsByWork(timeLeft(timeLeft), new RequestConnections(requests), background);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource applicationDataSource, ObjectProvider<TimeLeft> timeLeft) {
        return new DeadlineTransactions(applicationDataSource, timeLeft(timeLeft));
    }

    private static TimeLeft timeLeft(ObjectProvider<TimeLeft> timeLeft) {
        return timeLeft.getIfAvailable(() -> Optional::empty);
    }

    @Bean(defaultCandidate = false)
    @Owner
    @FlywayDataSource
    HikariDataSource ownerDataSource(ConnectionPools pools) {
        return pools.owner();
    }

    /** The jobs that take locks are components, which end before this session does. */
    @Bean
    LockSession lockSession(ConnectionPools pools) {
        return new LockSession(pools.locks());
    }

    @Bean
    FlywayConfigurationCustomizer roleNames(DatabaseProperties properties) {
        return flyway -> flyway.placeholders(Map.of(
                "owner", quoted(properties.owner().username()),
                "application", quoted(properties.application().username())));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Bean
    @DependsOnDatabaseInitialization
    IsolationFences isolationFences(
            @Qualifier(ADMINISTRATION) DataSource administration, @Owner DataSource ownerDataSource) {
        IsolationFences fences = new IsolationFences(administration, ownerDataSource);
        fences.check();
        return fences;
    }

    /**
     * The health of a pool of the application's login that nothing else uses. An anonymous caller may ask for health.
     * Such a caller must not reach the owner's pool, and gets an answer also while requests and jobs have all other
     * connections.
     */
    @Bean
    DataSourceHealthIndicator databaseHealthIndicator(@Qualifier(ADMINISTRATION) DataSource administration) {
        return new DataSourceHealthIndicator(administration);
    }
}

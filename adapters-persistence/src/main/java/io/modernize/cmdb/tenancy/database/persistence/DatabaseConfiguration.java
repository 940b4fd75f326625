package io.modernize.cmdb.tenancy.database.persistence;

import com.pgvector.PGvector;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.tenancy.database.persistence.DatabaseProperties.Login;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Configures two logins and two pools. Code that serves requests cannot reach a connection of the owner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {
    /**
     * The connections of the owner. A build of an index takes one for hours and one for its progress, and two are left
     * for administration. No idle connection stays open.
     */
    private static final int OWNER_POOL_SIZE = 4;

    @Bean
    @Primary
    HikariDataSource applicationDataSource(DatabaseProperties properties) {
        return pool(
                "application",
                properties,
                properties.application(),
                properties.application().maximumPoolSize(),
                1);
    }

    @Bean(defaultCandidate = false)
    @Owner
    @FlywayDataSource
    HikariDataSource ownerDataSource(DatabaseProperties properties) {
        return pool("owner", properties, properties.owner(), OWNER_POOL_SIZE, 0);
    }

    private static HikariDataSource pool(
            String name, DatabaseProperties properties, Login login, int maximumSize, int minimumIdle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(properties.url());
        config.setUsername(login.username());
        config.setPassword(login.password());
        config.setMaximumPoolSize(maximumSize);
        config.setMinimumIdle(minimumIdle);
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
                "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0 -c jit=off -c"
                        + " random_page_cost=1.1");
        config.addDataSourceProperty("ApplicationName", "cmdb-similarity " + name);
        return new HikariDataSource(config);
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
    IsolationFences isolationFences(DataSource applicationDataSource, @Owner DataSource ownerDataSource) {
        IsolationFences fences = new IsolationFences(applicationDataSource, ownerDataSource);
        fences.check();
        return fences;
    }

    /**
     * The health of the application's pool only. An anonymous caller may ask for health, and must not reach the owner's
     * pool.
     */
    @Bean
    DataSourceHealthIndicator databaseHealthIndicator(DataSource applicationDataSource) {
        return new DataSourceHealthIndicator(applicationDataSource);
    }
}

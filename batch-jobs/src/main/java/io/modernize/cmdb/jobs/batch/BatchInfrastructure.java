package io.modernize.cmdb.jobs.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Configures Spring Batch with its metadata in PostgreSQL, on the application's login. Without this, Batch 6 keeps
 * none. The tables belong to Flyway. Jobs run in the thread that starts them.
 */
@Configuration(proxyBeanMethods = false)
class BatchInfrastructure extends JdbcDefaultBatchConfiguration {
    private final DataSource dataSource;
    private final PlatformTransactionManager transactionManager;

    BatchInfrastructure(DataSource dataSource, PlatformTransactionManager transactionManager) {
        this.dataSource = dataSource;
        this.transactionManager = transactionManager;
    }

    @Override
    protected DataSource getDataSource() {
        return dataSource;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactionManager;
    }

    @Override
    protected ExecutionContextSerializer getExecutionContextSerializer() {
        return new UnkeptContexts();
    }

    /**
     * The isolation of a new execution. It is not serialisable, which is the default: PostgreSQL would refuse one of
     * two jobs that processes start at the same moment, whatever their parameters. The unique key of job instances
     * keeps a job from being run twice.
     */
    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}

package io.modernize.cmdb.inventory.batch;

import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Spring Batch with its metadata in PostgreSQL, on the application's login. Without it Batch 6 keeps none; the tables
 * belong to Flyway. Jobs run in the thread that starts them.
 */
@Configuration(proxyBeanMethods = false)
class BatchInfrastructure extends JdbcDefaultBatchConfiguration {}

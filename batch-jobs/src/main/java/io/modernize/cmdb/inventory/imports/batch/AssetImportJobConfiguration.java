package io.modernize.cmdb.inventory.imports.batch;

import io.modernize.cmdb.inventory.application.AssetImportLog;
import io.modernize.cmdb.inventory.application.ImportRow;
import io.modernize.cmdb.inventory.application.StoreImportRows;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The job {@value #JOB}. It stores rows in chunks, then writes reports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class AssetImportJobConfiguration {
    static final String JOB = "assetImport";

    @Bean
    Job assetImportJob(JobRepository repository, Step importRowsStep, Step settleImportStep) {
        return new JobBuilder(JOB, repository)
                .start(importRowsStep)
                .next(settleImportStep)
                .build();
    }

    /**
     * The step uses the database's transaction manager. By default, Batch 6 would commit metadata and rows separately.
     * Each of its chunks is one portion of rows, which the reader has bounded.
     */
    @Bean
    Step importRowsStep(
            JobRepository repository,
            PlatformTransactionManager transactionManager,
            JobAttempts attempts,
            ImportRowReader importRowReader,
            ImportRowWriter importRowWriter) {
        return new StepBuilder("importRows", repository)
                .<List<ImportRow>, List<ImportRow>>chunk(1)
                .transactionManager(transactionManager)
                .reader(importRowReader)
                .writer(importRowWriter)
                .listener(attempts.stopBetweenChunks())
                .build();
    }

    @Bean
    @StepScope
    ImportRowReader importRowReader(
            @Value(JobAttempts.STEP) StepExecution step,
            JobAttempts attempts,
            AssetImportLog log,
            ImportProperties properties) {
        return new ImportRowReader(attempts.work(step, ImportRun.class), log, properties.chunkSize());
    }

    @Bean
    @StepScope
    ImportRowWriter importRowWriter(
            @Value(JobAttempts.STEP) StepExecution step, JobAttempts attempts, StoreImportRows storeImportRows) {
        return new ImportRowWriter(attempts.work(step, ImportRun.class), storeImportRows);
    }

    @Bean
    Step settleImportStep(
            JobRepository repository, PlatformTransactionManager transactionManager, SettleImport settleImport) {
        return new StepBuilder("settleImport", repository)
                .tasklet(settleImport, transactionManager)
                .build();
    }

    @Bean
    @StepScope
    SettleImport settleImport(
            @Value(JobAttempts.STEP) StepExecution step,
            JobAttempts attempts,
            AssetImportLog log,
            ImportReports reports) {
        return new SettleImport(attempts.work(step, ImportRun.class), log, reports, attempts.results(step));
    }
}

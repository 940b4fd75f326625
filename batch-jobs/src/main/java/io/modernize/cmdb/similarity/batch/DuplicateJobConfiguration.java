package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.similarity.duplicates.DuplicateScan;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** The job {@value #JOB}. It takes the scan of an engagement from page to page. */
@Configuration(proxyBeanMethods = false)
class DuplicateJobConfiguration {
    static final String JOB = "findDuplicates";

    @Bean
    Job findDuplicatesJob(JobRepository repository, Step advanceDuplicateScanStep) {
        return new JobBuilder(JOB, repository).start(advanceDuplicateScanStep).build();
    }

    /**
     * The step has no transaction around the page. Each search of a page has one of its own, and the page commits with
     * the scan's position. A run continues from that position, so Batch's metadata need not be in step with it.
     */
    @Bean
    Step advanceDuplicateScanStep(
            JobRepository repository,
            JobAttempts attempts,
            UnfinishedScanReader unfinishedScanReader,
            ScanAdvance scanAdvance) {
        ResourcelessTransactionManager noTransaction = new ResourcelessTransactionManager();
        noTransaction.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return new StepBuilder("advanceDuplicateScan", repository)
                .<DuplicateScan, DuplicateScan>chunk(1)
                .transactionManager(noTransaction)
                .reader(unfinishedScanReader)
                .writer(scanAdvance)
                .listener(attempts.stopBetweenChunks())
                .build();
    }

    @Bean
    @StepScope
    UnfinishedScanReader unfinishedScanReader(@Value(JobAttempts.STEP) StepExecution step, JobAttempts attempts) {
        return new UnfinishedScanReader(attempts.work(step, DuplicateRun.class), attempts.results(step));
    }

    @Bean
    @StepScope
    ScanAdvance scanAdvance(
            @Value(JobAttempts.STEP) StepExecution step, JobAttempts attempts, FindDuplicates findDuplicates) {
        return new ScanAdvance(attempts.work(step, DuplicateRun.class), findDuplicates, attempts.results(step));
    }
}

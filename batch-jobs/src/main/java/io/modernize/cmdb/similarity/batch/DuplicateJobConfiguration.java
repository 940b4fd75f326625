package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.similarity.duplicates.application.FindDuplicates;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@value #JOB}. It takes the scan of an engagement from page to page. */
@Configuration(proxyBeanMethods = false)
class DuplicateJobConfiguration {
    static final String JOB = "findDuplicates";

    @Bean
    Job findDuplicatesJob(JobRepository repository, Step advanceDuplicateScanStep) {
        return new JobBuilder(JOB, repository).start(advanceDuplicateScanStep).build();
    }

    /**
     * Each search of a page has a transaction of its own, and the page commits with the scan's position. A run
     * continues from that position, so Batch's metadata need not be in step with it.
     */
    @Bean
    Step advanceDuplicateScanStep(
            UntransactedSteps steps, UnfinishedScanReader unfinishedScanReader, ScanAdvance scanAdvance) {
        return steps.step("advanceDuplicateScan", unfinishedScanReader, scanAdvance);
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

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.ClientAccount;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs {@value #MAINTENANCE} and {@value #AUDIT}. They work on one client account after another. */
@Configuration(proxyBeanMethods = false)
class VectorIndexJobConfiguration {
    static final String MAINTENANCE = "maintainVectorIndexes";
    static final String AUDIT = "auditRecall";

    @Bean
    Job maintainVectorIndexesJob(JobRepository repository, Step maintainEachClientAccountStep) {
        return new JobBuilder(MAINTENANCE, repository)
                .start(maintainEachClientAccountStep)
                .build();
    }

    @Bean
    Step maintainEachClientAccountStep(
            UntransactedSteps steps, ListItemReader<ClientAccount> clientAccountReader, AccountTurn accountTurn) {
        return steps.step("maintainEachClientAccount", clientAccountReader, accountTurn);
    }

    @Bean
    Job auditRecallJob(JobRepository repository, Step auditEachClientAccountStep) {
        return new JobBuilder(AUDIT, repository)
                .start(auditEachClientAccountStep)
                .build();
    }

    @Bean
    Step auditEachClientAccountStep(
            UntransactedSteps steps, ListItemReader<ClientAccount> clientAccountReader, AccountTurn accountTurn) {
        return steps.step("auditEachClientAccount", clientAccountReader, accountTurn);
    }

    @Bean
    @StepScope
    ListItemReader<ClientAccount> clientAccountReader(
            @Value(JobAttempts.STEP) StepExecution step, JobAttempts attempts) {
        AccountRun<?> run = attempts.work(step, AccountRun.class);
        return new ListItemReader<>(run.accounts());
    }

    @Bean
    @StepScope
    AccountTurn accountTurn(@Value(JobAttempts.STEP) StepExecution step, JobAttempts attempts) {
        return new AccountTurn(attempts.work(step, AccountRun.class), attempts.results(step));
    }
}

package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.ClientAccount;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** The jobs {@value #MAINTENANCE} and {@value #AUDIT}. They work on one client account after another. */
@Configuration(proxyBeanMethods = false)
class VectorIndexJobConfiguration {
    static final String MAINTENANCE = "maintainVectorIndexes";
    static final String AUDIT = "auditRecall";

    @Bean
    Job maintainVectorIndexesJob(
            JobRepository repository,
            JobAttempts attempts,
            ListItemReader<ClientAccount> clientAccountReader,
            AccountTurn accountTurn) {
        return new JobBuilder(MAINTENANCE, repository)
                .start(step("maintainEachClientAccount", repository, attempts, clientAccountReader, accountTurn))
                .build();
    }

    @Bean
    Job auditRecallJob(
            JobRepository repository,
            JobAttempts attempts,
            ListItemReader<ClientAccount> clientAccountReader,
            AccountTurn accountTurn) {
        return new JobBuilder(AUDIT, repository)
                .start(step("auditEachClientAccount", repository, attempts, clientAccountReader, accountTurn))
                .build();
    }

    /**
     * The step has no transaction around the turn, not even one of Spring's without a connection. It would keep the
     * connection that is used first until the turn ends, and building an index takes hours.
     */
    private static Step step(
            String name,
            JobRepository repository,
            JobAttempts attempts,
            ListItemReader<ClientAccount> clientAccountReader,
            AccountTurn accountTurn) {
        ResourcelessTransactionManager noTransaction = new ResourcelessTransactionManager();
        noTransaction.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return new StepBuilder(name, repository)
                .<ClientAccount, ClientAccount>chunk(1)
                .transactionManager(noTransaction)
                .reader(clientAccountReader)
                .writer(accountTurn)
                .listener(attempts.stopBetweenChunks())
                .build();
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

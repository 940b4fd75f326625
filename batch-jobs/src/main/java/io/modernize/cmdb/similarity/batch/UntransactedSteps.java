package io.modernize.cmdb.similarity.batch;

import io.modernize.cmdb.jobs.batch.JobAttempts;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * Makes steps that work on one item after another, without a transaction around an item, not even one of Spring's without
 * a connection. Such a transaction would keep the connection that is used first until the item is done, and an item may
 * take hours. Somebody who asks the job to stop is heard between items.
 */
@Component
class UntransactedSteps {
    private final JobRepository repository;
    private final JobAttempts attempts;

    UntransactedSteps(JobRepository repository, JobAttempts attempts) {
        this.repository = repository;
        this.attempts = attempts;
    }

    <T> Step step(String name, ItemReader<T> reader, ItemWriter<T> writer) {
        ResourcelessTransactionManager noTransaction = new ResourcelessTransactionManager();
        noTransaction.setTransactionSynchronization(AbstractPlatformTransactionManager.SYNCHRONIZATION_NEVER);
        return new StepBuilder(name, repository)
                .<T, T>chunk(1)
                .transactionManager(noTransaction)
                .reader(reader)
                .writer(writer)
                .listener(attempts.stopBetweenChunks())
                .build();
    }
}

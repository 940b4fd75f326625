package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddedAssets;
import io.modernize.cmdb.embedding.application.EmbeddingRefusals;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingUsage;
import io.modernize.cmdb.embedding.application.TokenBudget;
import io.modernize.cmdb.jobs.batch.JobAttempts;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@value #JOB}. It reads due assets, embeds them, and stores the result. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EmbeddingJobProperties.class, PromptEmbeddingProperties.class})
class EmbeddingJobConfiguration {
    static final String JOB = "embedAssets";

    /** The part of the settings that other capabilities may know. */
    @Bean
    TokenBudget tokenBudget(EmbeddingJobProperties properties) {
        return new TokenBudget(properties.budget());
    }

    @Bean
    Job embedAssetsJob(JobRepository repository, Step embedDueAssetsStep) {
        return new JobBuilder(JOB, repository).start(embedDueAssetsStep).build();
    }

    /**
     * The step has no transaction around its chunk, on purpose: a call of the model takes seconds, and no database
     * connection should wait for it. Reading and storing have transactions of their own. What is due is asked of the
     * data, so Batch's metadata need not be in step with them. The step is not stopped between chunks like other steps:
     * the reader begins no more calls, and the results of running calls are stored.
     */
    @Bean
    Step embedDueAssetsStep(
            JobRepository repository, EmbeddingPipeline embeddingPipeline, EmbeddingWriter embeddingWriter) {
        return new StepBuilder("embedDueAssets", repository)
                .<EmbeddedAssets, EmbeddedAssets>chunk(1)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(embeddingPipeline)
                .writer(embeddingWriter)
                .build();
    }

    @Bean
    @StepScope
    EmbeddingPipeline embeddingPipeline(
            @Value(JobAttempts.STEP) StepExecution step,
            JobAttempts attempts,
            EmbeddingStore store,
            EmbedDueAssets embedDueAssets,
            RunningPipelines runningPipelines) {
        EmbeddingRun run = attempts.work(step, EmbeddingRun.class);
        return new EmbeddingPipeline(
                run,
                attempts.results(step),
                new DueAssets(run.scope(), run.space(), store, embedDueAssets),
                embedDueAssets,
                runningPipelines);
    }

    @Bean
    @StepScope
    EmbeddingWriter embeddingWriter(
            @Value(JobAttempts.STEP) StepExecution step,
            JobAttempts attempts,
            EmbeddingStore store,
            EmbeddingRefusals refusals,
            EmbeddingUsage usage,
            TenantTransactions transactions) {
        return new EmbeddingWriter(
                attempts.work(step, EmbeddingRun.class), attempts.results(step), store, refusals, usage, transactions);
    }
}

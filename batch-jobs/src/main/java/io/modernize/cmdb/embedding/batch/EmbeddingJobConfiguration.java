package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingStore;
import io.modernize.cmdb.embedding.application.EmbeddingStore.AssetEmbedding;
import io.modernize.cmdb.inventory.Asset;
import java.util.List;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@value #JOB}: read a batch of due assets, embed it, store it. */
@Configuration(proxyBeanMethods = false)
class EmbeddingJobConfiguration {
    static final String JOB = "embedAssets";
    static final String ATTEMPT = "attempt";
    private static final String ATTEMPT_PARAMETER = "#{jobParameters['" + ATTEMPT + "']}";

    @Bean
    Job embedAssetsJob(JobRepository repository, Step embedDueAssetsStep) {
        return new JobBuilder(JOB, repository).start(embedDueAssetsStep).build();
    }

    /**
     * Without a transaction around the chunk, on purpose: a model call takes seconds, and no database connection should
     * wait for it. Reading and storing have transactions of their own. What is due is asked of the data, so that Batch's
     * metadata need not be in step with them.
     */
    @Bean
    Step embedDueAssetsStep(
            JobRepository repository,
            DueAssetReader dueAssetReader,
            DocumentEmbedder documentEmbedder,
            EmbeddingWriter embeddingWriter) {
        return new StepBuilder("embedDueAssets", repository)
                .<List<Asset>, List<AssetEmbedding>>chunk(1)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(dueAssetReader)
                .processor(documentEmbedder)
                .writer(embeddingWriter)
                .build();
    }

    @Bean
    @StepScope
    DueAssetReader dueAssetReader(
            @Value(ATTEMPT_PARAMETER) String attempt,
            EmbeddingRuns runs,
            EmbeddingStore store,
            EmbedDueAssets embedDueAssets) {
        return new DueAssetReader(runs.get(attempt), store, embedDueAssets.batchSize());
    }

    @Bean
    @StepScope
    DocumentEmbedder documentEmbedder(
            @Value(ATTEMPT_PARAMETER) String attempt, EmbeddingRuns runs, EmbedDueAssets embedDueAssets) {
        return new DocumentEmbedder(runs.get(attempt), embedDueAssets);
    }

    @Bean
    @StepScope
    EmbeddingWriter embeddingWriter(
            @Value(ATTEMPT_PARAMETER) String attempt, EmbeddingRuns runs, EmbeddingStore store) {
        return new EmbeddingWriter(runs.get(attempt), store);
    }
}

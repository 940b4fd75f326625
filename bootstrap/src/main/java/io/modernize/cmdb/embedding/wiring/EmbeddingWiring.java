package io.modernize.cmdb.embedding.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbedClientAccount;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingJobs;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.NextEmbeddingModel;
import io.modernize.cmdb.embedding.application.QueryVectors;
import io.modernize.cmdb.embedding.spaces.application.ActiveSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.PrepareSpaces;
import io.modernize.cmdb.embedding.spaces.application.SpaceLifecycle;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueryVectorProperties.class)
class EmbeddingWiring {
    @Bean
    AssetDocumentTemplate assetDocumentTemplate() {
        return new AssetDocumentTemplate();
    }

    @Bean
    EmbeddingModels embeddingModels(EmbeddingModel model, ObjectProvider<NextEmbeddingModel> next) {
        return new EmbeddingModels(model, Optional.ofNullable(next.getIfAvailable()));
    }

    @Bean
    EmbedDueAssets embedDueAssets(EmbeddingModels models, AssetDocumentTemplate template) {
        return new EmbedDueAssets(models, template);
    }

    @Bean
    QueryVectors queryVectors(EmbeddingModels models, QueryVectorProperties properties, MeterRegistry metrics) {
        return new RememberedQueryVectors(models, properties, metrics);
    }

    /**
     * The active spaces for searches, remembered for a while. Code that must know a change at once asks {@link
     * EmbeddingSpaces}, which is the bean that others get.
     */
    @Bean(defaultCandidate = false)
    @Qualifier("recentActiveSpaces")
    ActiveSpaces recentActiveSpaces(EmbeddingSpaces spaces) {
        return new RecentActiveSpaces(spaces, Ticker.systemTicker());
    }

    @Bean
    EmbedClientAccount embedClientAccount(EmbeddingJobs jobs, EngagementCatalog engagements) {
        return new EmbedClientAccount(jobs, engagements);
    }

    @Bean
    PrepareSpaces prepareSpaces(SpaceLifecycle lifecycle, EmbeddingModels models) {
        return new PrepareSpaces(lifecycle, models);
    }

    /**
     * Prepares the spaces before the service answers. A start without the model of stored vectors must fail, and must
     * not mix them with others.
     */
    @Bean
    SmartInitializingSingleton preparedEmbeddingSpaces(PrepareSpaces prepareSpaces) {
        return prepareSpaces::prepare;
    }
}

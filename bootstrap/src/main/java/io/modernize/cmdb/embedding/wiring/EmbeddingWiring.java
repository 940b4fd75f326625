package io.modernize.cmdb.embedding.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.application.QueryVectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
    EmbedDueAssets embedDueAssets(EmbeddingModel model, AssetDocumentTemplate template) {
        return new EmbedDueAssets(model, template);
    }

    @Bean
    QueryVectors queryVectors(EmbeddingModel model, QueryVectorProperties properties, MeterRegistry metrics) {
        return new RememberedQueryVectors(model, properties, metrics);
    }

    /** Before anything is served: a start with another model than the stored vectors' must fail, not mix them. */
    @Bean
    SmartInitializingSingleton activeEmbeddingSpace(EmbeddingSpaces spaces, EmbeddingModel model) {
        return () -> spaces.ensureActive(model.profile(), AssetDocumentTemplate.VERSION);
    }
}

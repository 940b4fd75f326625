package io.modernize.cmdb.embedding.wiring;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.application.EmbedDueAssets;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EmbeddingWiring {
    @Bean
    AssetDocumentTemplate assetDocumentTemplate() {
        return new AssetDocumentTemplate();
    }

    @Bean
    EmbedDueAssets embedDueAssets(EmbeddingModel model, AssetDocumentTemplate template) {
        return new EmbedDueAssets(model, template);
    }

    /** Before anything is served: a start with another model than the stored vectors' must fail, not mix them. */
    @Bean
    SmartInitializingSingleton activeEmbeddingSpace(EmbeddingSpaces spaces, EmbeddingModel model) {
        return () -> spaces.ensureActive(model.profile(), AssetDocumentTemplate.VERSION);
    }
}

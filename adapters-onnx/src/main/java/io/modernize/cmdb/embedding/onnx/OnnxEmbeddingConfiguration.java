package io.modernize.cmdb.embedding.onnx;

import io.modernize.cmdb.embedding.application.NextEmbeddingModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the model in this process unless another one is configured. It needs neither network nor key. */
@Configuration(proxyBeanMethods = false)
class OnnxEmbeddingConfiguration {
    private static final String PROVIDER = "onnx";

    /** The model of new databases. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "cmdb.embedding.provider", havingValue = PROVIDER, matchIfMissing = true)
    static class Present {
        @Bean(destroyMethod = "close")
        OnnxEmbeddingModel onnxEmbeddingModel() {
            return load();
        }
    }

    /** The model beside another one, during a migration. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "cmdb.embedding.next.provider", havingValue = PROVIDER)
    static class Next {
        @Bean
        NextEmbeddingModel nextOnnxEmbeddingModel() {
            return new NextEmbeddingModel(load());
        }
    }

    private static OnnxEmbeddingModel load() {
        return OnnxEmbeddingModel.load(
                InferenceLanes.forProcessors(Runtime.getRuntime().availableProcessors()));
    }
}

package io.modernize.cmdb.embedding.onnx;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model of choice unless another is configured: it needs neither network nor key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "cmdb.embedding.provider", havingValue = "onnx", matchIfMissing = true)
class OnnxEmbeddingConfiguration {
    @Bean(destroyMethod = "close")
    OnnxEmbeddingModel onnxEmbeddingModel() {
        return OnnxEmbeddingModel.load(
                InferenceLanes.forProcessors(Runtime.getRuntime().availableProcessors()));
    }
}

package io.modernize.cmdb.embedding.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.application.EmbeddingModel;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OnnxEmbeddingConfigurationTests {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(OnnxEmbeddingConfiguration.class);

    @Test
    void isTheModelUnlessAnotherIsConfigured() {
        application.run(context -> assertThat(context).hasSingleBean(EmbeddingModel.class));
    }

    @Test
    void isTheModelWhereNamed() {
        application
                .withPropertyValues("cmdb.embedding.provider=onnx")
                .run(context -> assertThat(context).hasSingleBean(EmbeddingModel.class));
    }

    @Test
    void makesWayForAnother() {
        application
                .withPropertyValues("cmdb.embedding.provider=deepinfra")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddingModel.class));
    }
}

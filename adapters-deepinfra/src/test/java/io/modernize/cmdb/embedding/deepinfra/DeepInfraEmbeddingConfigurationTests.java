package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DeepInfraEmbeddingConfigurationTests {
    private static final String PREFIX = "cmdb.embedding.deepinfra.";

    private final ApplicationContextRunner unconfigured =
            new ApplicationContextRunner().withUserConfiguration(DeepInfraEmbeddingConfiguration.class);
    private final ApplicationContextRunner keyless =
            unconfigured.withPropertyValues("cmdb.embedding.provider=deepinfra");
    private final ApplicationContextRunner application =
            keyless.withPropertyValues("DEEPINFRA_API_KEY=" + ModelUnderTest.KEY);

    @Test
    void keepsOutUnlessAskedFor() {
        unconfigured.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddingModel.class));
        unconfigured
                .withPropertyValues("cmdb.embedding.provider=onnx")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddingModel.class));
    }

    @Test
    void servesTheDefaultModel() {
        application.run(
                context -> assertThat(context.getBean(EmbeddingModel.class).profile())
                        .isEqualTo(new ModelProfile("deepinfra", "BAAI/bge-base-en-v1.5", 768, 1_024, 512)));
    }

    @Test
    void takesTheKeyFromItsPropertyToo() {
        keyless.withPropertyValues(PREFIX + "api-key=" + ModelUnderTest.KEY)
                .run(context -> assertThat(context).hasSingleBean(EmbeddingModel.class));
    }

    @Test
    void doesNotStartWithoutAKeyAndSaysWhatToSet() {
        keyless.withPropertyValues("DEEPINFRA_API_KEY=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Set the environment variable DEEPINFRA_API_KEY"));
    }

    @Test
    void doesNotStartWithABrokenKeyAndDoesNotQuoteIt() {
        keyless.withPropertyValues("DEEPINFRA_API_KEY=sk-Secret\n0123")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("other than printable ASCII")
                        .satisfies(failure -> assertThat(failure.toString()).doesNotContain("sk-Secret")));
    }

    @Test
    void doesNotStartWithAnAddressThatIsNone() {
        application
                .withPropertyValues(PREFIX + "base-url=ftp://example.org")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("base-url is an http"));
    }

    @Test
    void readsAllSettings() {
        application
                .withPropertyValues(
                        PREFIX + "model=in-house/model",
                        PREFIX + "dimensions=96",
                        PREFIX + "query-prefix=",
                        PREFIX + "document-prefix=doc: ",
                        PREFIX + "max-input-tokens=100",
                        PREFIX + "encoding-format=float",
                        PREFIX + "connect-timeout=1s",
                        PREFIX + "documents.timeout=9s",
                        PREFIX + "queries.max-attempts=1")
                .run(context -> {
                    assertThat(context.getBean(EmbeddingModel.class).profile())
                            .isEqualTo(new ModelProfile("deepinfra", "in-house/model", 96, 1_024, 100));
                    DeepInfraProperties settings = context.getBean(DeepInfraProperties.class);
                    assertThat(settings.queryPrefix()).isEmpty();
                    assertThat(settings.documents().timeout()).hasSeconds(9);
                    assertThat(settings.documents().maxAttempts()).isEqualTo(4);
                    assertThat(settings.queries().maxAttempts()).isEqualTo(1);
                });
    }
}

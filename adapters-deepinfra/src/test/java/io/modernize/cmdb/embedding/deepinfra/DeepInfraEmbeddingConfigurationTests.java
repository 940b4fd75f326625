package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DeepInfraEmbeddingConfigurationTests {
    private static final String PREFIX = "cmdb.embedding.deepinfra.";

    private final ApplicationContextRunner unconfigured = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(DeepInfraEmbeddingConfiguration.class);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect-timeout=0s | connect-timeout is 0ms; allowed are 1ms to 60000ms",
                "price-per-million-tokens=-1 | price-per-million-tokens is -1.0; allowed are 0 to 20",
                "price-per-million-tokens=NaN | price-per-million-tokens is NaN",
                "concurrency.maximum=0 | concurrency.maximum is 0; allowed are 1 to 1000",
                "concurrency.maximum=1001 | concurrency.maximum is 1001",
                "concurrency.initial=0 | concurrency.initial is 0",
                "breaker.window=0 | breaker.window is 0; allowed are 1 to 1000",
                "breaker.failures=21 | breaker.failures is 21; allowed are 1 to 20",
                "breaker.pause=10ms | breaker.pause is 10ms; allowed are 1000ms to 3600000ms",
                "breaker.max-pause=1s | breaker.max-pause is 1000ms; allowed are 30000ms",
                "documents.timeout=1h | documents.timeout is 3600000ms; allowed are 1ms to 600000ms",
                "documents.max-attempts=11 | documents.max-attempts is 11; allowed are 1 to 10",
                "documents.initial-back-off=-1s | documents.initial-back-off is -1000ms",
                "documents.max-pause=1h | documents.max-pause is 3600000ms",
                "documents.max-inputs=1025 | documents.max-inputs is 1025; allowed are 1 to 1024",
                "documents.max-characters=999 | documents.max-characters is 999; allowed are 1000 to 250000",
                "queries.timeout=0s | queries.timeout is 0ms",
                "queries.max-attempts=0 | queries.max-attempts is 0",
            })
    void doesNotStartWithSettingsBeyondTheirBoundsAndNamesThem(String setting, String message) {
        application
                .withPropertyValues(PREFIX + setting)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(PREFIX + message));
    }

    @Test
    void needsNoLowerStartWhereTheMaximumIsLowered() {
        application
                .withPropertyValues(PREFIX + "concurrency.maximum=4")
                .withBean(SimpleMeterRegistry.class)
                .run(context -> assertThat(context.getBean(SimpleMeterRegistry.class)
                                .get("cmdb.embedding.requests.limit")
                                .gauge()
                                .value())
                        .isEqualTo(4));
    }

    @Test
    void readsSettingsFromTheEnvironment() {
        Map<String, Object> environment = Map.of(
                "CMDB_EMBEDDING_PROVIDER", "deepinfra",
                "DEEPINFRA_API_KEY", "any",
                "CMDB_EMBEDDING_DEEPINFRA_BASE_URL", "http://localhost:8091/v1/openai",
                "CMDB_EMBEDDING_DEEPINFRA_DOCUMENTS_MAX_INPUTS", "7");
        unconfigured
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment)))
                .run(context -> {
                    DeepInfraProperties settings = context.getBean(DeepInfraProperties.class);
                    assertThat(settings.embeddingsUri()).hasToString("http://localhost:8091/v1/openai/embeddings");
                    assertThat(settings.documents().maxInputs()).isEqualTo(7);
                });
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
                        PREFIX + "price-per-million-tokens=0.005",
                        PREFIX + "concurrency.maximum=50",
                        PREFIX + "concurrency.initial=5",
                        PREFIX + "breaker.pause=1m",
                        PREFIX + "documents.timeout=9s",
                        PREFIX + "documents.max-inputs=32",
                        PREFIX + "queries.max-attempts=1")
                .run(context -> {
                    assertThat(context.getBean(EmbeddingModel.class).profile())
                            .isEqualTo(new ModelProfile("deepinfra", "in-house/model", 96, 1_024, 100));
                    DeepInfraProperties settings = context.getBean(DeepInfraProperties.class);
                    assertThat(settings.queryPrefix()).isEmpty();
                    assertThat(settings.documents().timeout()).hasSeconds(9);
                    assertThat(settings.documents().maxAttempts()).isEqualTo(4);
                    assertThat(settings.documents().maxInputs()).isEqualTo(32);
                    assertThat(settings.queries().maxAttempts()).isEqualTo(1);
                    assertThat(settings.price()).hasValue(0.005);
                    assertThat(settings.concurrency()).isEqualTo(new DeepInfraProperties.Concurrency(50, 5));
                    assertThat(settings.breaker().settings())
                            .isEqualTo(new BreakerSettings(20, 10, Duration.ofMinutes(1), Duration.ofMinutes(5)));
                });
    }
}

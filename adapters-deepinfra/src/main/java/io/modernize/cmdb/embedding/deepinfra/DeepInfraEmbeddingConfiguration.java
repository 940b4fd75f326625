package io.modernize.cmdb.embedding.deepinfra;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.modernize.cmdb.embedding.application.NextEmbeddingModel;
import io.modernize.cmdb.embedding.protocol.deepinfra.AnswerReader;
import io.modernize.cmdb.embedding.protocol.deepinfra.ApiKey;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsEndpoint;
import io.modernize.cmdb.embedding.protocol.deepinfra.RequestPlan;
import java.time.Clock;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Configures hosted models in place of the model in this process, if the settings ask for it. */
@Configuration(proxyBeanMethods = false)
class DeepInfraEmbeddingConfiguration {
    private static final String KEY_PROPERTY = DeepInfraProperties.PREFIX + ".api-key";
    private static final String KEY_VARIABLE = "DEEPINFRA_API_KEY";

    /** The model of new databases. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "cmdb.embedding.provider", havingValue = ChosenModel.PROVIDER)
    @EnableConfigurationProperties(DeepInfraProperties.class)
    static class Present {
        @Bean(destroyMethod = "close")
        DeepInfraEmbeddingModel deepInfraEmbeddingModel(
                DeepInfraProperties settings,
                Environment environment,
                Clock clock,
                ObjectProvider<MeterRegistry> registries) {
            return model(
                    ChosenModel.of(settings.modelSettings()),
                    settings.price(),
                    settings,
                    environment,
                    clock,
                    registries);
        }
    }

    /** The model beside it, during a migration. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = NextModelProperties.PREFIX + ".provider", havingValue = ChosenModel.PROVIDER)
    @EnableConfigurationProperties({DeepInfraProperties.class, NextModelProperties.class})
    static class Next {
        @Bean
        NextEmbeddingModel nextDeepInfraEmbeddingModel(
                NextModelProperties next,
                DeepInfraProperties settings,
                Environment environment,
                Clock clock,
                ObjectProvider<MeterRegistry> registries) {
            return new NextEmbeddingModel(model(
                    ChosenModel.of(next.modelSettings()), next.price(), settings, environment, clock, registries));
        }
    }

    private static DeepInfraEmbeddingModel model(
            ChosenModel model,
            OptionalDouble price,
            DeepInfraProperties settings,
            Environment environment,
            Clock clock,
            ObjectProvider<MeterRegistry> registries) {
        // The protocol's JSON is none of the application's concern, nor are the application's Jackson settings of it.
        JsonMapper json = JsonMapper.shared();
        // Without a registry what is counted goes nowhere.
        MeterRegistry registry = registries.getIfAvailable(CompositeMeterRegistry::new);
        EmbeddingMetrics metrics =
                new EmbeddingMetrics(registry, model.profile().model(), price);
        EmbeddingsEndpoint endpoint = new EmbeddingsEndpoint(
                settings.embeddingsUri(),
                apiKey(environment),
                EmbeddingsEndpoint.http(settings.connectTimeout()),
                json,
                new AnswerReader(json, model.profile().dimensions()),
                clock);
        DeepInfraProperties.Concurrency concurrency = settings.concurrency();
        GuardedEndpoint guarded = new GuardedEndpoint(
                endpoint,
                new RequestSlots(concurrency.first(), concurrency.maximum(), clock, Thread::sleep),
                new Breaker(settings.breaker().settings(), clock),
                metrics);
        Retries retries = new Retries(Thread::sleep, RandomGenerator.getDefault(), metrics);
        return new DeepInfraEmbeddingModel(
                model,
                new RequestPlan(
                        model.profile().dimensions(),
                        settings.documents().maxInputs(),
                        settings.documents().maxCharacters()),
                new ModelRequests(model, settings.encodingFormat(), guarded, retries),
                guarded,
                settings.documents().patience(),
                settings.queries().patience());
    }

    private static ApiKey apiKey(Environment environment) {
        String value = environment.getProperty(KEY_PROPERTY, environment.getProperty(KEY_VARIABLE, ""));
        if (value.isBlank()) {
            throw new InvalidSettingsException("A hosted model of " + ChosenModel.PROVIDER + " is configured"
                    + ", but there is no API key. Set the environment variable " + KEY_VARIABLE
                    + ", or set cmdb.embedding.provider to onnx for the model that needs none.");
        }
        try {
            return new ApiKey(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("The key in " + KEY_VARIABLE + " is unusable: " + e.getMessage());
        }
    }
}

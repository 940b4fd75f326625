package io.modernize.cmdb.embedding.deepinfra;

import io.modernize.cmdb.embedding.ModelProfile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** The real model, but for its pauses, which are noted and not slept. */
final class ModelUnderTest {
    static final String KEY = "sk-Secret0123456789";
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private Duration timeout = Duration.ofSeconds(20);
    private EncodingFormat encodingFormat = EncodingFormat.BASE64;

    List<Duration> pauses() {
        return pauses;
    }

    ModelUnderTest timeout(Duration newTimeout) {
        timeout = newTimeout;
        return this;
    }

    ModelUnderTest encodingFormat(EncodingFormat format) {
        encodingFormat = format;
        return this;
    }

    DeepInfraEmbeddingModel at(URI baseUrl, int dimensions, Prompts prompts) {
        return at(
                baseUrl,
                new ChosenModel(
                        new ModelProfile("deepinfra", "a/model", dimensions, RequestPlan.MAX_INPUTS, 512),
                        prompts,
                        null));
    }

    DeepInfraEmbeddingModel at(URI baseUrl, ChosenModel model) {
        JsonMapper json = JsonMapper.shared();
        EmbeddingsEndpoint endpoint = new EmbeddingsEndpoint(
                URI.create(baseUrl + "/embeddings"),
                new ApiKey(KEY),
                Duration.ofSeconds(5),
                json,
                new AnswerReader(json, model.profile().dimensions()),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return new DeepInfraEmbeddingModel(
                model,
                encodingFormat,
                endpoint,
                new Retries(pauses::add, new SplittableRandom(1)),
                new Patience(timeout, 4, Duration.ofMillis(500), Duration.ofSeconds(30)),
                new Patience(timeout, 2, Duration.ofMillis(200), Duration.ofSeconds(2)));
    }
}

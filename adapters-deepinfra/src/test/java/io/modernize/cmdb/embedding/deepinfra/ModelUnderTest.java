package io.modernize.cmdb.embedding.deepinfra;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.protocol.deepinfra.AnswerReader;
import io.modernize.cmdb.embedding.protocol.deepinfra.ApiKey;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsEndpoint;
import io.modernize.cmdb.embedding.protocol.deepinfra.EncodingFormat;
import io.modernize.cmdb.embedding.protocol.deepinfra.RequestPlan;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The real model, but for its pauses, which are noted and not slept: the clock goes on by each. */
final class ModelUnderTest {
    static final String KEY = "sk-Secret0123456789";
    static final String MODEL = "a/model";
    /** Bounds a hang and decides nothing. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final AdvancingClock clock = new AdvancingClock(NOW);
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private Duration timeout = LONGEST;
    private @Nullable HttpClient http;
    private EncodingFormat encodingFormat = EncodingFormat.BASE64;
    private int firstRequests = 16;
    private int mostRequests = 200;
    private int maxInputs = RequestPlan.MAX_INPUTS;

    /** A provider that serves the model, with that many dimensions. */
    static DeepInfraStandIn standIn(int dimensions) {
        return DeepInfraStandIn.setup().model(MODEL, dimensions).start();
    }

    List<Duration> pauses() {
        return pauses;
    }

    AdvancingClock clock() {
        return clock;
    }

    MeterRegistry metrics() {
        return metrics;
    }

    ModelUnderTest timeout(Duration newTimeout) {
        timeout = newTimeout;
        return this;
    }

    /** What the model sends with. It is closed with the model. */
    ModelUnderTest http(HttpClient newHttp) {
        http = newHttp;
        return this;
    }

    ModelUnderTest encodingFormat(EncodingFormat format) {
        encodingFormat = format;
        return this;
    }

    /** How many requests may be under way, to begin with and at most. */
    ModelUnderTest concurrency(int first, int most) {
        firstRequests = first;
        mostRequests = most;
        return this;
    }

    /** Of one request. */
    ModelUnderTest maxInputs(int inputs) {
        maxInputs = inputs;
        return this;
    }

    DeepInfraEmbeddingModel at(URI baseUrl, int dimensions, Prompts prompts) {
        return at(
                baseUrl,
                new ChosenModel(
                        new ModelProfile("deepinfra", MODEL, dimensions, RequestPlan.MAX_INPUTS, 512), prompts, null));
    }

    DeepInfraEmbeddingModel at(URI baseUrl, ChosenModel model) {
        JsonMapper json = JsonMapper.shared();
        EmbeddingMetrics meters = new EmbeddingMetrics(metrics, model.profile().model(), OptionalDouble.of(0.01));
        EmbeddingsEndpoint endpoint = new EmbeddingsEndpoint(
                URI.create(baseUrl + "/embeddings"),
                new ApiKey(KEY),
                http == null ? EmbeddingsEndpoint.http(LONGEST) : http,
                json,
                new AnswerReader(json, model.profile().dimensions()),
                clock);
        GuardedEndpoint guarded = new GuardedEndpoint(
                endpoint,
                new RequestSlots(firstRequests, mostRequests, clock, this::pause),
                new Breaker(new BreakerSettings(20, 10, Duration.ofSeconds(30), Duration.ofMinutes(5)), clock),
                meters);
        Retries retries = new Retries(this::pause, new SplittableRandom(1), meters);
        return new DeepInfraEmbeddingModel(
                model,
                new RequestPlan(model.profile().dimensions(), maxInputs, RequestPlan.MAX_CHARACTERS),
                new ModelRequests(model, encodingFormat, guarded, retries),
                guarded,
                new Patience(timeout, 4, Duration.ofMillis(500), Duration.ofSeconds(30)),
                new Patience(timeout, 2, Duration.ofMillis(200), Duration.ofSeconds(2)));
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        clock.advance(duration);
    }
}

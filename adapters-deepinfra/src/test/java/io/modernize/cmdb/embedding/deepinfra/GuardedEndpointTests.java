package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.embedding.protocol.deepinfra.AnswerReader;
import io.modernize.cmdb.embedding.protocol.deepinfra.ApiKey;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsEndpoint;
import io.modernize.cmdb.embedding.protocol.deepinfra.EmbeddingsRequest;
import io.modernize.cmdb.embedding.protocol.deepinfra.EncodingFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** An error of the process while a request is under way: what was taken for the request is given back. */
class GuardedEndpointTests {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), 1, Duration.ofMillis(1), Duration.ofMillis(1));

    private final RequestSlots slots = new RequestSlots(1, 1, Clock.systemUTC(), pause -> {});
    private final Breaker breaker =
            new Breaker(new BreakerSettings(20, 10, Duration.ofSeconds(30), Duration.ofMinutes(5)), Clock.systemUTC());

    @Test
    void givesTheSlotBack() throws IOException {
        try (GuardedEndpoint endpoint = outOfMemory()) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> endpoint.embed(request(), Urgency.DOCUMENTS, PATIENCE))
                        .isInstanceOf(OutOfMemoryError.class);
            }
        }

        assertThat(slots.inFlight()).isZero();
        assertThat(breaker.isOpen()).isFalse();
    }

    private GuardedEndpoint outOfMemory() {
        JsonMapper json = JsonMapper.builder()
                .addModule(new SimpleModule().addSerializer(new NoMemory()))
                .build();
        return new GuardedEndpoint(
                new EmbeddingsEndpoint(
                        URI.create("http://127.0.0.1:1/embeddings"),
                        new ApiKey("sk-test"),
                        HttpClient.newHttpClient(),
                        json,
                        new AnswerReader(json, 3),
                        Clock.systemUTC()),
                slots,
                breaker,
                new EmbeddingMetrics(new SimpleMeterRegistry(), "a/model", OptionalDouble.empty()));
    }

    private static EmbeddingsRequest request() {
        return new EmbeddingsRequest("a/model", List.of("a text"), EncodingFormat.FLOAT.wireName(), null);
    }

    private static final class NoMemory extends StdSerializer<EmbeddingsRequest> {
        private NoMemory() {
            super(EmbeddingsRequest.class);
        }

        @Override
        public void serialize(EmbeddingsRequest value, JsonGenerator generator, SerializationContext context) {
            throw new OutOfMemoryError("for a test");
        }
    }
}

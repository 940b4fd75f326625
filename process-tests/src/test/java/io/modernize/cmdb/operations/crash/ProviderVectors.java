package io.modernize.cmdb.operations.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that the provider makes of texts, to compare stored ones with. */
final class ProviderVectors {
    private static final int INPUTS = 1_000;

    /** Stored are 16-bit floats. */
    private static final double PRECISION = 0.001;

    private final DeepInfraStandIn provider;

    ProviderVectors(DeepInfraStandIn provider) {
        this.provider = provider;
    }

    /** Each text has its vector, and not that of another. */
    void requireEqual(Map<String, float[]> stored) {
        List<String> texts = List.copyOf(stored.keySet());
        for (int from = 0; from < texts.size(); from += INPUTS) {
            List<String> some = texts.subList(from, Math.min(from + INPUTS, texts.size()));
            JsonNode data = ask(some).path("data");
            for (int i = 0; i < some.size(); i++) {
                float[] vector = stored.getOrDefault(some.get(i), new float[0]);
                assertThat(cosine(vector, data.get(i).path("embedding")))
                        .as(some.get(i))
                        .isCloseTo(1, within(PRECISION));
            }
        }
    }

    private JsonNode ask(List<String> texts) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("model", Settings.MODEL, "input", texts, "dimensions", Settings.DIMENSIONS));
        HttpRequest request = HttpRequest.newBuilder(URI.create(provider.baseUrl() + "/embeddings"))
                .header("Authorization", "Bearer any")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double cosine(float[] stored, JsonNode expected) {
        assertThat(expected.size()).isEqualTo(stored.length);
        double dot = 0;
        double squaresOfStored = 0;
        double squaresOfExpected = 0;
        for (int i = 0; i < stored.length; i++) {
            double value = expected.get(i).doubleValue();
            dot += stored[i] * value;
            squaresOfStored += stored[i] * stored[i];
            squaresOfExpected += value * value;
        }
        return dot / Math.sqrt(squaresOfStored * squaresOfExpected);
    }
}

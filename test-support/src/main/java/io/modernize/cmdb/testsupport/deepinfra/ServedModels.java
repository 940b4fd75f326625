package io.modernize.cmdb.testsupport.deepinfra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The catalogue: the embedding models that DeepInfra serves, by name, with their native dimensions, and others. */
final class ServedModels {
    private static final Map<String, Integer> REAL = Map.ofEntries(
            Map.entry("BAAI/bge-base-en-v1.5", 768),
            Map.entry("BAAI/bge-large-en-v1.5", 1_024),
            Map.entry("BAAI/bge-m3", 1_024),
            Map.entry("Qwen/Qwen3-Embedding-0.6B", 1_024),
            Map.entry("Qwen/Qwen3-Embedding-4B", 2_560),
            Map.entry("Qwen/Qwen3-Embedding-8B", 4_096),
            Map.entry("google/embeddinggemma-300m", 768),
            Map.entry("intfloat/e5-base-v2", 768),
            Map.entry("intfloat/e5-large-v2", 1_024),
            Map.entry("intfloat/multilingual-e5-large", 1_024),
            Map.entry("sentence-transformers/all-MiniLM-L6-v2", 384),
            Map.entry("thenlper/gte-base", 768),
            Map.entry("thenlper/gte-large", 1_024));

    private final Map<String, HashedWords> vectors = new TreeMap<>();

    ServedModels() {
        REAL.forEach(this::add);
    }

    /** @param dimensions native ones, 1 to 8,192 */
    void add(String name, int dimensions) {
        if (dimensions < 1 || dimensions > 8_192) {
            throw new IllegalArgumentException(name + " would have " + dimensions + " dimensions");
        }
        vectors.put(name, new HashedWords(name.hashCode(), dimensions));
    }

    Optional<HashedWords> named(String name) {
        return Optional.ofNullable(vectors.get(name));
    }

    /** As {@code GET /v1/openai/models} lists them. */
    String json() {
        return vectors.entrySet().stream()
                .map(model -> "{\"id\":" + Bodies.quote(model.getKey())
                        + ",\"object\":\"model\",\"owned_by\":\"stand-in\",\"metadata\":{\"dimensions\":"
                        + model.getValue().dimensions() + "}}")
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"));
    }
}

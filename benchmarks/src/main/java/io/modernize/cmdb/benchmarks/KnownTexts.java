package io.modernize.cmdb.benchmarks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The vectors of known texts. The stubs of embedding models answer with them, so that embedding costs nothing. */
final class KnownTexts {
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    void put(String text, float[] vector) {
        vectors.put(text, vector);
    }

    void remove(String text) {
        vectors.remove(text);
    }

    float[] vector(String text) {
        float[] vector = vectors.get(text);
        if (vector == null) {
            throw new IllegalArgumentException("No vector was given for the text \"" + text + "\"");
        }
        return vector;
    }
}

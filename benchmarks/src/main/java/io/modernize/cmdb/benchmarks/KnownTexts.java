package io.modernize.cmdb.benchmarks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors by text: what the stubs of embedding models answer with, so that embedding costs nobody anything. */
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

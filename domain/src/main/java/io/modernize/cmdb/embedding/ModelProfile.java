package io.modernize.cmdb.embedding;

/**
 * What callers must know of an embedding model.
 *
 * @param provider who computes it, for example {@code onnx} or {@code deepinfra}
 * @param model the provider's name of the model
 * @param dimensions length of its vectors
 * @param maxInputs most texts in one call
 * @param maxInputTokens tokens after which the model ignores the rest of a text
 */
public record ModelProfile(String provider, String model, int dimensions, int maxInputs, int maxInputTokens) {
    /** pgvector's limit for a {@code halfvec} in an HNSW index. */
    public static final int MAX_DIMENSIONS = 4_000;

    public ModelProfile {
        if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "model " + model + " has " + dimensions + " dimensions; an index holds 1 to " + MAX_DIMENSIONS);
        }
        if (maxInputs < 1 || maxInputTokens < 1) {
            throw new IllegalArgumentException("model " + model + " takes at least one input of one token");
        }
    }
}

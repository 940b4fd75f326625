package io.modernize.cmdb.embedding;

/**
 * The properties of an embedding model that its callers must know.
 *
 * @param provider the provider that computes the embeddings, for example {@code onnx} or {@code deepinfra}
 * @param model the provider's name of the model
 * @param dimensions the length of the vectors
 * @param maxInputs the greatest number of texts in one call
 * @param maxInputTokens the number of tokens after which the model ignores the rest of a text
 */
public record ModelProfile(String provider, String model, int dimensions, int maxInputs, int maxInputTokens) {
    /** The limit of pgvector for a {@code halfvec} in an HNSW index. */
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

package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingVector;
import java.util.List;
import java.util.OptionalLong;

/**
 * Vectors and what they cost.
 *
 * @param vectors one for each text, in the texts' order
 * @param tokens that the provider charged for them, not negative; empty where there is no charge or no word of it
 */
public record MeteredVectors(List<EmbeddingVector> vectors, OptionalLong tokens) {
    public MeteredVectors {
        vectors = List.copyOf(vectors);
        if (tokens.isPresent() && tokens.getAsLong() < 0) {
            throw new IllegalArgumentException(tokens.getAsLong() + " tokens");
        }
    }
}

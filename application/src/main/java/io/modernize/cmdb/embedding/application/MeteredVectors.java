package io.modernize.cmdb.embedding.application;

import io.modernize.cmdb.embedding.EmbeddingVector;
import java.util.List;
import java.util.OptionalLong;

/**
 * Vectors with the tokens that they cost.
 *
 * @param vectors one vector for each text, in the order of the texts
 * @param tokens the tokens that the provider charged, not negative; empty if it charges none or does not say
 */
public record MeteredVectors(List<EmbeddingVector> vectors, OptionalLong tokens) {
    public MeteredVectors {
        vectors = List.copyOf(vectors);
        if (tokens.isPresent() && tokens.getAsLong() < 0) {
            throw new IllegalArgumentException(tokens.getAsLong() + " tokens");
        }
    }
}

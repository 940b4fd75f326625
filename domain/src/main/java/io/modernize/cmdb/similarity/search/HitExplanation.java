package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.Nullable;

/**
 * Why a search found an asset.
 *
 * @param vector how the asset's embedding compares with the query's; null if no embedding was compared
 * @param text how the words of the asset match the query's; null if none match, or if no words were looked for
 * @param identifier the identifier of the asset that was typed; null if none was
 */
public record HitExplanation(
        @Nullable VectorMatch vector,
        @Nullable TextMatch text,
        @Nullable IdentifierMatch identifier) {

    /** The explanation of a hit in a search by embeddings alone. */
    public static HitExplanation ofVector(int rank, double score) {
        return new HitExplanation(new VectorMatch(rank, score), null, null);
    }
}

package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.Nullable;

/**
 * Why a search found an asset.
 *
 * @param vector how its embedding compares with the query's; null where none was compared
 * @param text what of it the query's words match; null where they match nothing, or none were looked for
 * @param identifier which of its identifiers was typed; null for none
 */
public record HitExplanation(
        @Nullable VectorMatch vector,
        @Nullable TextMatch text,
        @Nullable IdentifierMatch identifier) {

    /** Of a search by embeddings alone. */
    public static HitExplanation ofVector(int rank, double score) {
        return new HitExplanation(new VectorMatch(rank, score), null, null);
    }
}

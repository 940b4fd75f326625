package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;

/**
 * A hit of a search.
 *
 * @param asset the asset; it may lack the attributes of its source, which cost more than all the rest
 * @param score the score that hits are ordered by after identifiers; higher is better. For {@link SearchMode#SEMANTIC},
 *     it is the cosine similarity of the embeddings of asset and query, from -1 to 1. For {@link SearchMode#LEXICAL},
 *     it is the score of {@link TextMatch}. For {@link SearchMode#HYBRID}, it is the score of {@link
 *     ReciprocalRankFusion}
 * @param stale whether the asset has changed since it was embedded, or is not embedded yet; its words are always up to
 *     date
 */
public record SimilarAsset(Asset asset, double score, boolean stale, HitExplanation explanation) {}

package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;

/**
 * A hit.
 *
 * @param asset may lack the attributes of its source, which cost more than all the rest
 * @param score what hits are ordered by after identifiers, higher is better. {@link SearchMode#SEMANTIC}: cosine
 *     similarity of the asset's embedding and the query, from -1 to 1. {@link SearchMode#LEXICAL}: that of
 *     {@link TextMatch}. {@link SearchMode#HYBRID}: that of {@link ReciprocalRankFusion}
 * @param stale whether the asset has changed since it was embedded, or is not embedded yet, so that its embedding speaks
 *     of an earlier state or of none; its words are always those of now
 */
public record SimilarAsset(Asset asset, double score, boolean stale, HitExplanation explanation) {}

package io.modernize.cmdb.similarity;

import io.modernize.cmdb.inventory.Asset;

/**
 * A hit.
 *
 * @param score cosine similarity of the asset's embedding and the query: from -1 to 1, higher is more alike
 * @param stale whether the asset has changed since it was embedded, so that the score speaks of its earlier state
 */
public record SimilarAsset(Asset asset, double score, boolean stale) {}

package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.Nullable;

/**
 * How an asset's embedding compares with the query's.
 *
 * @param rank among all candidates, 1 is nearest; null where it lies beyond those that were fused
 * @param score cosine similarity: from -1 to 1, higher is more alike
 */
public record VectorMatch(@Nullable Integer rank, double score) {}

package io.modernize.cmdb.similarity.search;

import org.jspecify.annotations.Nullable;

/**
 * How an asset's embedding compares with the query's.
 *
 * @param rank the rank among all candidates; 1 is nearest. Null if the rank is too low to be fused
 * @param score the cosine similarity, from -1 to 1; higher is more alike
 */
public record VectorMatch(@Nullable Integer rank, double score) {}

package io.modernize.cmdb.similarity.spaces.graphql;

import org.jspecify.annotations.Nullable;

/** GraphQL input {@code ChangeEmbeddingSpaceInput}. */
record ChangeEmbeddingSpaceInput(@Nullable Boolean force) {}

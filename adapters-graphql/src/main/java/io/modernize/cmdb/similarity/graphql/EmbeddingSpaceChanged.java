package io.modernize.cmdb.similarity.graphql;

/** Type {@code EmbeddingSpaceChanged}. */
record EmbeddingSpaceChanged(String model) implements ChangeEmbeddingSpacePayload {}

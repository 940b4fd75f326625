package io.modernize.cmdb.similarity.graphql;

/** Type {@code EmbeddingSpaceNotChanged}. */
record EmbeddingSpaceNotChanged(Reason reason, String message) implements ChangeEmbeddingSpacePayload {}

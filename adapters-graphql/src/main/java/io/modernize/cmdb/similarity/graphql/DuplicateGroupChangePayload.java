package io.modernize.cmdb.similarity.graphql;

/** GraphQL type {@code DuplicateGroupChange}. */
record DuplicateGroupChangePayload(DuplicateGroupPayload group) {}

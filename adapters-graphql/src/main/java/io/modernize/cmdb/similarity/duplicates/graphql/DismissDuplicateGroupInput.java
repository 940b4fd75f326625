package io.modernize.cmdb.similarity.duplicates.graphql;

/** GraphQL input {@code DismissDuplicateGroupInput}. */
record DismissDuplicateGroupInput(String groupId) {}

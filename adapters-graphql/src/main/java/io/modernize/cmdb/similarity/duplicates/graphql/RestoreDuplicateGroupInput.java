package io.modernize.cmdb.similarity.duplicates.graphql;

/** GraphQL input {@code RestoreDuplicateGroupInput}. */
record RestoreDuplicateGroupInput(String groupId) {}

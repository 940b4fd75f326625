package io.modernize.cmdb.jobs.graphql;

/** GraphQL input {@code StopJobInput}. */
record StopJobInput(String id) {}

package io.modernize.cmdb.jobs.graphql;

/** GraphQL input {@code RestartJobInput}. */
record RestartJobInput(String id) {}

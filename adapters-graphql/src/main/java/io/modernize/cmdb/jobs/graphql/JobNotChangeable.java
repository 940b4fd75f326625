package io.modernize.cmdb.jobs.graphql;

/** Type {@code JobNotChangeable}. */
record JobNotChangeable(JobRunPayload job) implements ChangeJobPayload {}

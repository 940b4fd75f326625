package io.modernize.cmdb.jobs.graphql;

/** Type {@code JobStarted}. */
record JobStarted(JobRunPayload job) implements StartJobPayload {}

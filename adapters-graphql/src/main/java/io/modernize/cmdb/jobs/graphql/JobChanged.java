package io.modernize.cmdb.jobs.graphql;

/** Type {@code JobChanged}. */
record JobChanged(JobRunPayload job) implements ChangeJobPayload {}

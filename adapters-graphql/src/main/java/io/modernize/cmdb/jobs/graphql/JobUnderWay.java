package io.modernize.cmdb.jobs.graphql;

/** Type {@code JobUnderWay}. */
record JobUnderWay(JobRunPayload job) implements StartJobPayload {}

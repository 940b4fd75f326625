package io.modernize.cmdb.jobs.graphql;

/** Union {@code ChangeJobResult}: its types are told by the names of these classes. */
sealed interface ChangeJobPayload {
    JobRunPayload job();

    record JobChanged(JobRunPayload job) implements ChangeJobPayload {}

    record JobNotChangeable(JobRunPayload job) implements ChangeJobPayload {}
}

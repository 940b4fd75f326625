package io.modernize.cmdb.jobs.graphql;

/** Union {@code ChangeJobResult}: its types are told by the names of these classes. */
sealed interface ChangeJobPayload permits JobChanged, JobNotChangeable {
    JobRunPayload job();
}

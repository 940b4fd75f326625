package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code ChangeJobResult}: its types are told by the names of these classes. */
sealed interface ChangeJobPayload extends Audited permits JobChanged, JobNotChangeable, UnknownJob, InvalidInput {}

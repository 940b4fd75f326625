package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code ChangeJobResult}. The names of these classes are the names of its types. */
sealed interface ChangeJobPayload extends Audited permits JobChanged, JobNotChangeable, UnknownJob, InvalidInput {}

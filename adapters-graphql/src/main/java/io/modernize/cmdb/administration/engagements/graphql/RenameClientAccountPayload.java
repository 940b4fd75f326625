package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code RenameClientAccountResult}. The names of these classes are the names of its types. */
sealed interface RenameClientAccountPayload extends Audited permits ClientAccountRenamed, InvalidInput {}

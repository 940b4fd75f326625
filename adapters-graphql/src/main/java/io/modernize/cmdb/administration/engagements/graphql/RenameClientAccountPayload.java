package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code RenameClientAccountResult}: its types are told by the names of these classes. */
sealed interface RenameClientAccountPayload extends Audited permits ClientAccountRenamed, InvalidInput {}

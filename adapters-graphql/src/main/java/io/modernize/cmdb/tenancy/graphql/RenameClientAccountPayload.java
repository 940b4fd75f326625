package io.modernize.cmdb.tenancy.graphql;

/** Union {@code RenameClientAccountResult}: its types are told by the names of these classes. */
sealed interface RenameClientAccountPayload extends Audited permits ClientAccountRenamed, InvalidInput {}

package io.modernize.cmdb.tenancy.graphql;

/** Union {@code RenameEngagementResult}: its types are told by the names of these classes. */
sealed interface RenameEngagementPayload extends Audited permits EngagementRenamed, UnknownEngagement, InvalidInput {}

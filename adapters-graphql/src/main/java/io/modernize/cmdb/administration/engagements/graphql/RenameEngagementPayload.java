package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code RenameEngagementResult}: its types are told by the names of these classes. */
sealed interface RenameEngagementPayload extends Audited permits EngagementRenamed, UnknownEngagement, InvalidInput {}

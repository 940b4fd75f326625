package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code RenameEngagementResult}. The names of these classes are the names of its types. */
sealed interface RenameEngagementPayload extends Audited permits EngagementRenamed, UnknownEngagement, InvalidInput {}

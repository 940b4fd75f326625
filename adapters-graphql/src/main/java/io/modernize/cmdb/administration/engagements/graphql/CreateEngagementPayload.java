package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code CreateEngagementResult}: its types are told by the names of these classes. */
sealed interface CreateEngagementPayload extends Audited
        permits EngagementCreated, SlugTaken, TooManyEngagements, InvalidInput {}

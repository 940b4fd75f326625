package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code CreateEngagementResult}. The names of these classes are the names of its types. */
sealed interface CreateEngagementPayload extends Audited
        permits EngagementCreated, SlugTaken, TooManyEngagements, InvalidInput {}

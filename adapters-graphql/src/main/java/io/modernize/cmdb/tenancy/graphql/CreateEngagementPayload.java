package io.modernize.cmdb.tenancy.graphql;

/** Union {@code CreateEngagementResult}: its types are told by the names of these classes. */
sealed interface CreateEngagementPayload extends Audited
        permits EngagementCreated, SlugTaken, TooManyEngagements, InvalidInput {}

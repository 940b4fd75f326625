package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code ChangeMembershipResult}. The names of these classes are the names of its types. */
sealed interface ChangeMembershipPayload extends Audited
        permits MembershipChanged, LastAdministrator, UnknownMembership, UnknownEngagement, InvalidInput {}

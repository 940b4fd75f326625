package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code ChangeMembershipResult}: its types are told by the names of these classes. */
sealed interface ChangeMembershipPayload extends Audited
        permits MembershipChanged, LastAdministrator, UnknownMembership, UnknownEngagement, InvalidInput {}

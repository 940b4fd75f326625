package io.modernize.cmdb.tenancy.graphql;

/** Union {@code ChangeMembershipResult}: its types are told by the names of these classes. */
sealed interface ChangeMembershipPayload extends Audited
        permits MembershipChanged, LastAdministrator, UnknownMembership, UnknownEngagement, InvalidInput {}

package io.modernize.cmdb.tenancy.graphql;

/** Union {@code GrantMembershipResult}: its types are told by the names of these classes. */
sealed interface GrantMembershipPayload extends Audited
        permits MembershipGranted, AlreadyAMember, UnknownEngagement, InvalidInput {}

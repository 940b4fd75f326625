package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code GrantMembershipResult}: its types are told by the names of these classes. */
sealed interface GrantMembershipPayload extends Audited
        permits MembershipGranted, AlreadyAMember, UnknownEngagement, InvalidInput {}

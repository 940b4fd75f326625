package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code GrantMembershipResult}. The names of these classes are the names of its types. */
sealed interface GrantMembershipPayload extends Audited
        permits MembershipGranted, AlreadyAMember, UnknownEngagement, InvalidInput {}

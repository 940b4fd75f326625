package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code RevokeMembershipResult}: its types are told by the names of these classes. */
sealed interface RevokeMembershipPayload extends Audited
        permits MembershipRevoked, LastAdministrator, UnknownMembership, InvalidInput {}

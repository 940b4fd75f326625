package io.modernize.cmdb.tenancy.graphql;

/** Union {@code RevokeMembershipResult}: its types are told by the names of these classes. */
sealed interface RevokeMembershipPayload extends Audited
        permits MembershipRevoked, LastAdministrator, UnknownMembership, InvalidInput {}

package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.Audited;

/** Union {@code RevokeMembershipResult}. The names of these classes are the names of its types. */
sealed interface RevokeMembershipPayload extends Audited
        permits MembershipRevoked, LastAdministrator, UnknownMembership, InvalidInput {}

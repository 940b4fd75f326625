package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code UnknownMembership}. */
record UnknownMembership(
        String code, String message, @Nullable String field, String remedy)
        implements BusinessError, ChangeMembershipPayload, RevokeMembershipPayload {
    static UnknownMembership error() {
        return new UnknownMembership(
                "MEMBERSHIP_UNKNOWN",
                "There is no such membership in the client account.",
                "id",
                "The query memberships lists them.");
    }
}

package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code AlreadyAMember}. */
record AlreadyAMember(String code, String message, @Nullable String field, String remedy)
        implements BusinessError, GrantMembershipPayload {
    static AlreadyAMember error() {
        return new AlreadyAMember(
                "ALREADY_A_MEMBER",
                "This identity is already a member of the client account.",
                "objectId",
                "Change it with changeMembership; the query memberships has its id.");
    }
}

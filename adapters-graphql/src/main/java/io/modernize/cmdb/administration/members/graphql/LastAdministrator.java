package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code LastAdministrator}. */
record LastAdministrator(
        String code, String message, @Nullable String field, String remedy)
        implements BusinessError, ChangeMembershipPayload, RevokeMembershipPayload {
    static LastAdministrator error() {
        return new LastAdministrator(
                "LAST_ADMINISTRATOR",
                "This is the last administrator of all engagements. Without this member, nobody could manage the"
                        + " client account.",
                null,
                "Make another member an administrator of all engagements first.");
    }
}

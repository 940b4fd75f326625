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
                "This is the last administrator of the whole client account; nobody could manage it any more.",
                null,
                "Make another member an administrator of all engagements first.");
    }
}

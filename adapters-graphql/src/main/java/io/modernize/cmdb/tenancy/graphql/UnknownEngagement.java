package io.modernize.cmdb.tenancy.graphql;

import org.jspecify.annotations.Nullable;

/** GraphQL type {@code UnknownEngagement}. */
record UnknownEngagement(
        String code, String message, @Nullable String field, String remedy)
        implements BusinessError, GrantMembershipPayload, ChangeMembershipPayload, RenameEngagementPayload {
    /** Whether the engagement exists elsewhere makes no difference. */
    static UnknownEngagement of(String field) {
        return new UnknownEngagement(
                "ENGAGEMENT_UNKNOWN",
                "There is no such engagement among those you may see.",
                field,
                "The query engagements lists them.");
    }
}

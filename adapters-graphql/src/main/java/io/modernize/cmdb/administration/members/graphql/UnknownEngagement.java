package io.modernize.cmdb.administration.members.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code UnknownEngagement}. */
record UnknownEngagement(
        String code, String message, @Nullable String field, String remedy)
        implements BusinessError, GrantMembershipPayload, ChangeMembershipPayload {
    /** The answer is the same whether or not the engagement exists elsewhere. */
    public static UnknownEngagement of(String field) {
        return new UnknownEngagement(
                "ENGAGEMENT_UNKNOWN",
                "There is no such engagement among those you may see.",
                field,
                "The query engagements lists them.");
    }
}

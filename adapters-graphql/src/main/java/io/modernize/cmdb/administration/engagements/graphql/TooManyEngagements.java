package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import io.modernize.cmdb.tenancy.application.ManageEngagements;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code TooManyEngagements}. */
record TooManyEngagements(
        String code, String message, @Nullable String field, String remedy)
        implements BusinessError, CreateEngagementPayload {
    static TooManyEngagements error() {
        return new TooManyEngagements(
                "TOO_MANY_ENGAGEMENTS",
                "The client account has " + ManageEngagements.MOST_ENGAGEMENTS + " engagements, which is the most.",
                null,
                "Delete engagements that are over with the mutation startOffboarding.");
    }
}

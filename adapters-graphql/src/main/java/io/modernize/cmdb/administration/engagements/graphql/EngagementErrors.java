package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.MutationError;
import io.modernize.cmdb.api.errors.MutationErrorCode;
import io.modernize.cmdb.tenancy.application.ManageEngagements;

/** Why an engagement was not created. */
final class EngagementErrors {
    private EngagementErrors() {}

    static MutationError noSlug() {
        return MutationError.badInput(
                "slug",
                "The value is no slug.",
                "Send 1 to 63 lower-case letters, digits and inner hyphens, for example datacentre-exit.");
    }

    static MutationError slugTaken() {
        return new MutationError(
                MutationErrorCode.SLUG_TAKEN,
                "Another engagement of the client account has this slug.",
                "slug",
                "Choose another one. The query engagements lists the slugs in use.");
    }

    static MutationError tooManyEngagements() {
        return new MutationError(
                MutationErrorCode.TOO_MANY_ENGAGEMENTS,
                "The client account has " + ManageEngagements.MOST_ENGAGEMENTS + " engagements, which is the most.",
                null,
                "Delete engagements that are over with the mutation startOffboarding.");
    }
}

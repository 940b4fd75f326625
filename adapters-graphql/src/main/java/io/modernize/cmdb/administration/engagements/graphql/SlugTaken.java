package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import org.jspecify.annotations.Nullable;

/** GraphQL type {@code SlugTaken}. */
record SlugTaken(String code, String message, @Nullable String field, String remedy)
        implements BusinessError, CreateEngagementPayload {
    static SlugTaken error() {
        return new SlugTaken(
                "SLUG_TAKEN",
                "Another engagement of the client account has this slug.",
                "slug",
                "Choose another one. The query engagements lists the slugs in use.");
    }
}

package io.modernize.cmdb.administration.engagements.graphql;

import io.modernize.cmdb.api.errors.BusinessError;
import io.modernize.cmdb.tenancy.DisplayName;

/** GraphQL type {@code InvalidInput}, as the result of mutations of this package. */
record InvalidInput(String code, String message, String field, String remedy)
        implements BusinessError, CreateEngagementPayload, RenameEngagementPayload, RenameClientAccountPayload {
    public static InvalidInput of(String field, String message, String remedy) {
        return new InvalidInput("BAD_INPUT", message, field, remedy);
    }

    public static InvalidInput noUuid(String field) {
        return of(
                field,
                "The value is not a UUID.",
                "Send the 36-character form, for example 0f8fad5b-d9cb-469f-a165-70867728950e.");
    }

    public static InvalidInput noName(String field) {
        return of(
                field,
                "The value is no name.",
                "Send 1 to " + DisplayName.MAX_LENGTH + " characters, not only blanks and none of control.");
    }
}

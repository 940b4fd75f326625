package io.modernize.cmdb.jobs.graphql;

import io.modernize.cmdb.api.errors.BusinessError;

/** GraphQL type {@code InvalidInput}, as the result of mutations about jobs. */
record InvalidInput(String code, String message, String field, String remedy)
        implements StartJobPayload, ChangeJobPayload, BusinessError {
    static InvalidInput of(String field, String message, String remedy) {
        return new InvalidInput("BAD_INPUT", message, field, remedy);
    }

    static InvalidInput noId(String field) {
        return of(field, field + " is no id.", "Send an id as the API returned it.");
    }
}

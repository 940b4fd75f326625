package io.modernize.cmdb.similarity.duplicates.graphql;

import io.modernize.cmdb.api.errors.BusinessError;

/** Type {@code InvalidInput}, as the result of mutations of this package. */
record InvalidInput(String code, String message, String field, String remedy)
        implements ReviewDuplicateGroupPayload, BusinessError {
    static InvalidInput noUuid(String field, String remedy) {
        return new InvalidInput("BAD_INPUT", "The value is not a UUID.", field, remedy);
    }
}

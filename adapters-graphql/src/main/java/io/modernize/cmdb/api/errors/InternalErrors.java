package io.modernize.cmdb.api.errors;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** Tells callers about failures that are not theirs: that there was one, and the id under which it is logged. */
final class InternalErrors {
    private InternalErrors() {}

    /** Fills the given error, which may have a path and a location but nothing else. */
    static GraphQLError complete(GraphqlErrorBuilder<?> error, String requestId) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INTERNAL");
        extensions.put("remedy", "Try again later. If it persists, report the requestId to the operator.");
        extensions.put("requestId", requestId);
        return error.errorType(ErrorType.INTERNAL_ERROR)
                .message("The service failed to answer.")
                .extensions(extensions)
                .build();
    }
}

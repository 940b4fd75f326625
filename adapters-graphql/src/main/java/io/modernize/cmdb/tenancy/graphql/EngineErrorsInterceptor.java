package io.modernize.cmdb.tenancy.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives the errors that the GraphQL engine itself reports the same shape as ours. Those about the caller's document
 * keep their message, which speaks of the document only; the others speak of our types and go to the log instead.
 */
@Component
final class EngineErrorsInterceptor implements WebGraphQlInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(EngineErrorsInterceptor.class);

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .map(response -> response.getErrors().isEmpty()
                        ? response
                        : response.transform(builder ->
                                builder.errors(response.getExecutionResult().getErrors().stream()
                                        .map(error -> coded(error, request.getId()))
                                        .toList())));
    }

    private static GraphQLError coded(GraphQLError error, String requestId) {
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey("code")) {
            return error;
        }
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        if (error.getErrorType() == ErrorType.InvalidSyntax
                || error.getErrorType() == ErrorType.ValidationError
                || error.getErrorType() == ErrorType.OperationNotSupported
                || error.getErrorType() == ErrorType.ExecutionAborted) {
            return builder.errorType(error.getErrorType())
                    .message(error.getMessage())
                    .extensions(Map.of(
                            "code",
                            "BAD_INPUT",
                            "remedy",
                            "Correct the query or its variables; the schema describes both."))
                    .build();
        }
        LOG.error("GraphQL request {}: the engine reports {}: {}", requestId, error.getErrorType(), error.getMessage());
        return InternalErrors.complete(builder, requestId);
    }
}

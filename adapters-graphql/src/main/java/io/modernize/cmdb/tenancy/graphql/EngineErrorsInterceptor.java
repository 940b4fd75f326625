package io.modernize.cmdb.tenancy.graphql;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.ExecutionResult;
import graphql.execution.ExecutionId;
import graphql.introspection.IntrospectionDisabledError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Flux;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives all errors the same shape, also those that the GraphQL engine itself reports, and the id of their request. Those
 * about the caller's document keep their message, which speaks of the document only; the others speak of our types and
 * go to the log instead. In front of the other interceptors, so that it sees their refusals too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EngineErrorsInterceptor implements WebGraphQlInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(EngineErrorsInterceptor.class);

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        String settled = RequestId.find(request.getAttributes());
        if (settled != null) {
            request.executionId(ExecutionId.from(settled));
        }
        String requestId = settled == null ? request.getId() : settled;
        return chain.next(request).map(response -> shaped(response, requestId));
    }

    private static WebGraphQlResponse shaped(WebGraphQlResponse response, String requestId) {
        if (response.getExecutionResult().getData() instanceof Publisher<?> events) {
            Flux<ExecutionResult> results =
                    Flux.from(events).cast(ExecutionResult.class).map(result -> shaped(result, requestId));
            return response.transform(builder -> builder.data(results));
        }
        return response.getErrors().isEmpty()
                ? response
                : response.transform(builder ->
                        builder.errors(shaped(response.getExecutionResult().getErrors(), requestId)));
    }

    /** Of one event of a subscription. */
    private static ExecutionResult shaped(ExecutionResult result, String requestId) {
        return result.getErrors().isEmpty()
                ? result
                : result.transform(builder -> builder.errors(shaped(result.getErrors(), requestId)));
    }

    private static List<GraphQLError> shaped(List<GraphQLError> errors, String requestId) {
        return errors.stream().map(error -> coded(error, requestId)).toList();
    }

    private static GraphQLError coded(GraphQLError error, String requestId) {
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.containsKey("code")) {
            return complete(builder, error, extensions, requestId);
        }
        if (error instanceof IntrospectionDisabledError) {
            return complete(
                    builder,
                    error,
                    Map.of(
                            "code",
                            "INTROSPECTION_DISABLED",
                            "remedy",
                            "Read the schema file that comes with the service, or ask the operator to set"
                                    + " cmdb.api.introspection."),
                    requestId);
        }
        if (error.getErrorType() == ErrorType.InvalidSyntax
                || error.getErrorType() == ErrorType.ValidationError
                || error.getErrorType() == ErrorType.OperationNotSupported
                || error.getErrorType() == ErrorType.ExecutionAborted) {
            return complete(
                    builder,
                    error,
                    Map.of(
                            "code",
                            "BAD_INPUT",
                            "remedy",
                            "Correct the query or its variables; the schema describes both."),
                    requestId);
        }
        LOG.error("The engine reports {}", error.getErrorType());
        return InternalErrors.complete(builder, requestId);
    }

    private static GraphQLError complete(
            GraphqlErrorBuilder<?> builder, GraphQLError error, Map<String, Object> extensions, String requestId) {
        Map<String, Object> complete = new LinkedHashMap<>(extensions);
        complete.put("requestId", requestId);
        return builder.errorType(error.getErrorType())
                .message("%s", error.getMessage())
                .extensions(complete)
                .build();
    }
}

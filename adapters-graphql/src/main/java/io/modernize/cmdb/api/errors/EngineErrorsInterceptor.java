package io.modernize.cmdb.api.errors;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionId;
import graphql.introspection.IntrospectionDisabledError;
import io.modernize.cmdb.api.requests.RequestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives all errors the same shape and the id of their request, including those that the GraphQL engine itself reports.
 * Errors about the caller's document keep their message, which speaks of the document only. Other messages of the
 * engine speak of our types, and go to the log instead. The interceptor stands in front of the others, so that it sees
 * their refusals, too.
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
        Ids ids = new Ids(request.getId(), settled);
        return chain.next(request).map(response -> shaped(response, ids));
    }

    private static WebGraphQlResponse shaped(WebGraphQlResponse response, Ids ids) {
        if (response.getExecutionResult().getData() instanceof Publisher<?> events) {
            Flux<ExecutionResult> results = Flux.from(events)
                    .cast(ExecutionResult.class)
                    .onErrorResume(failure -> Mono.just(last(failure, ids)))
                    .map(result -> shaped(result, ids));
            return response.transform(builder -> builder.data(results));
        }
        return response.getErrors().isEmpty()
                ? response
                : response.transform(builder ->
                        builder.errors(shaped(response.getExecutionResult().getErrors(), ids)));
    }

    /**
     * The last answer of a subscription that fails. Expected failures have a code by then ({@link
     * SubscriptionRefusalResolver}).
     */
    private static ExecutionResult last(Throwable failure, Ids ids) {
        if (failure instanceof SubscriptionPublisherException refusal
                && !refusal.getErrors().isEmpty()
                && refusal.getErrors().stream().allMatch(EngineErrorsInterceptor::isCoded)) {
            return ExecutionResultImpl.newExecutionResult()
                    .errors(refusal.getErrors())
                    .build();
        }
        LOG.error("A subscription failed", failure);
        return ExecutionResultImpl.newExecutionResult()
                .addError(InternalErrors.complete(GraphqlErrorBuilder.newError(), ids.execution()))
                .build();
    }

    private static boolean isCoded(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey("code");
    }

    /** The answer for one event of a subscription. */
    private static ExecutionResult shaped(ExecutionResult result, Ids ids) {
        return result.getErrors().isEmpty()
                ? result
                : result.transform(builder -> builder.errors(shaped(result.getErrors(), ids)));
    }

    private static List<GraphQLError> shaped(List<GraphQLError> errors, Ids ids) {
        return errors.stream().map(error -> coded(error, ids)).toList();
    }

    private static GraphQLError coded(GraphQLError error, Ids ids) {
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        if (isCoded(error)) {
            return complete(builder, error, error.getExtensions(), ids);
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
                    ids);
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
                    ids);
        }
        LOG.error("The engine reports {}", error.getErrorType());
        return InternalErrors.complete(builder, ids.execution());
    }

    private static GraphQLError complete(
            GraphqlErrorBuilder<?> builder, GraphQLError error, Map<String, Object> extensions, Ids ids) {
        Map<String, Object> complete = new LinkedHashMap<>(extensions);
        if (ids.settled() != null) {
            complete.put("requestId", ids.settled());
        }
        return builder.errorType(error.getErrorType())
                .message("%s", error.getMessage())
                .extensions(complete)
                .build();
    }

    /** @param settled the id that the filter in front has set; null for a request that did not come over HTTP */
    private record Ids(String execution, @Nullable String settled) {}
}

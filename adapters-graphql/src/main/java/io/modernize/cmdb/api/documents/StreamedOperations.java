package io.modernize.cmdb.api.documents;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams subscriptions and their refusals. The framework alone would execute a mutation first and then answer that it
 * cannot be streamed. It would say the same of a subscription that was refused before it began, instead of the reason.
 * If a subscription is to be answered at once, it would write the properties of the stream.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class StreamedOperations extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {
    private static final String IS_STREAM = StreamedOperations.class.getName();

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        boolean stream = isStream(request.getHeaders().getAccept());
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(IS_STREAM, stream)).build());
        return stream ? chain.next(request).map(StreamedOperations::streamed) : chain.next(request);
    }

    private static WebGraphQlResponse streamed(WebGraphQlResponse response) {
        ExecutionResult result = response.getExecutionResult();
        return result.getData() instanceof Publisher<?>
                ? response
                : response.transform(builder -> builder.data(Flux.just(result)).errors(List.of()));
    }

    /** Whether the caller accepts a stream only. As with routes, a single answer wins if the caller accepts it, too. */
    private static boolean isStream(List<MediaType> accepted) {
        return accepted.stream().anyMatch(MediaType.TEXT_EVENT_STREAM::isCompatibleWith)
                && accepted.stream()
                        .noneMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                || type.isCompatibleWith(MediaType.APPLICATION_GRAPHQL_RESPONSE));
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        boolean isSubscription =
                parameters.getExecutionContext().getOperationDefinition().getOperation()
                        == OperationDefinition.Operation.SUBSCRIPTION;
        Boolean stream = parameters.getExecutionContext().getGraphQLContext().get(IS_STREAM);
        if (Boolean.TRUE.equals(stream) && !isSubscription) {
            throw new DocumentRefusedException(
                    "ONLY_SUBSCRIPTIONS_ARE_STREAMED",
                    "This is not a subscription. It has one answer and no stream.",
                    "Send Accept: application/json.");
        }
        if (Boolean.FALSE.equals(stream) && isSubscription) {
            throw new DocumentRefusedException(
                    "SUBSCRIPTIONS_ARE_STREAMED",
                    "This is a subscription. Its events come as a stream.",
                    "Send Accept: text/event-stream.");
        }
        return super.beginExecuteOperation(parameters, state);
    }
}

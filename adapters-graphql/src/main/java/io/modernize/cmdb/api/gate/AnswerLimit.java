package io.modernize.cmdb.api.gate;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.FetchedValue;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.language.OperationDefinition;
import io.modernize.cmdb.api.errors.Refusals;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Limits the bytes of an answer, and of all answers that are in memory. Values are counted as they are fetched. When
 * there are too many, the engine is told to stop, and the caller gets the refusal instead of a part of the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 16)
final class AnswerLimit extends SimplePerformantInstrumentation implements WebGraphQlInterceptor {
    private final long answerBytes;
    private final AnswerMemory memory;

    AnswerLimit(ApiLimits limits) {
        this.answerBytes = limits.answerBytes();
        this.memory = AnswerMemory.of(Runtime.getRuntime().maxMemory(), answerBytes);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        ApiRequest api = ApiRequest.current().orElse(null);
        AnswerSize size = new AnswerSize(answerBytes, api, memory);
        if (api != null) {
            api.whenOver(size::giveBack);
        }
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(AnswerSize.class, size)).build());
        return chain.next(request)
                .map(response -> size.refusal()
                        .map(refusal -> refused(response.getExecutionInput(), refusal, size, api))
                        .orElse(response))
                // The engine may end with an exception when it is told to stop.
                .onErrorResume(
                        AbortExecutionException.class,
                        stopped -> size.refusal()
                                .map(refusal -> Mono.just(refused(request.toExecutionInput(), refusal, size, api)))
                                .orElseGet(() -> Mono.error(stopped)))
                .doOnNext(answered -> charge(size, api));
    }

    private static void charge(AnswerSize size, @Nullable ApiRequest api) {
        if (api != null) {
            api.chargeAnswer(size.bytes());
        }
    }

    private static GraphQLError error(RuntimeException refusal) {
        if (refusal instanceof LimitExceededException tooLarge) {
            return tooLarge;
        }
        if (refusal instanceof OverloadedException overloaded) {
            return Refusals.overloaded(overloaded);
        }
        throw refusal;
    }

    private static WebGraphQlResponse refused(
            ExecutionInput input, RuntimeException refusal, AnswerSize size, @Nullable ApiRequest api) {
        GraphQLError error = error(refusal);
        if (refusal instanceof OverloadedException overloaded && api != null && !size.isOfChange()) {
            api.overloaded(overloaded);
        }
        ExecutionResult result =
                ExecutionResultImpl.newExecutionResult().errors(List.of(error)).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(input, result));
    }

    @Override
    public CompletableFuture<InstrumentationState> createStateAsync(InstrumentationCreateStateParameters parameters) {
        AnswerSize size = parameters.getExecutionInput().getGraphQLContext().get(AnswerSize.class);
        return CompletableFuture.completedFuture(size == null ? new AnswerSize(answerBytes, null, memory) : size);
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        if (parameters.getExecutionContext().getOperationDefinition().getOperation()
                == OperationDefinition.Operation.MUTATION) {
            of(state).belongsToChange();
        }
        return null;
    }

    @Override
    public @Nullable InstrumentationContext<Object> beginFieldCompletion(
            InstrumentationFieldCompleteParameters parameters, @Nullable InstrumentationState state) {
        if (!of(state).add(FetchedValue.getFetchedValue(parameters.getFetchedObject()))) {
            parameters.getExecutionContext().getExecutionInput().cancel();
        }
        return null;
    }

    /** Each event of a subscription is an answer. */
    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        of(state).beginNext();
        return null;
    }

    private static AnswerSize of(@Nullable InstrumentationState state) {
        return (AnswerSize) Objects.requireNonNull(state, "each execution has its state");
    }
}

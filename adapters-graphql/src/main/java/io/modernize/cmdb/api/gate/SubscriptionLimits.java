package io.modernize.cmdb.api.gate;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the running subscriptions. A stream takes a slot when it begins, and gives it back however it ends. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class SubscriptionLimits implements WebGraphQlInterceptor {
    private final ApiLimits limits;
    private final Slots underWay;

    SubscriptionLimits(ApiLimits limits) {
        this.limits = limits;
        this.underWay = new Slots(limits.subscriptionsPerIdentity(), limits.subscriptions());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return CallerIdentity.find()
                .map(caller -> chain.next(request).map(response -> limited(response, caller)))
                .orElseGet(() -> chain.next(request));
    }

    private WebGraphQlResponse limited(WebGraphQlResponse response, PrincipalIdentity caller) {
        if (!(response.getExecutionResult().getData() instanceof Publisher<?> events)) {
            return response;
        }
        // Counted when somebody listens: an answer that nobody can stream, for its content type, takes no slot.
        Flux<ExecutionResult> counted = Flux.defer(() -> switch (underWay.take(caller)) {
            case TAKEN -> Flux.from(events).cast(ExecutionResult.class).doFinally(end -> underWay.giveBack(caller));
            case IDENTITY_HAS_MOST -> refused(Limit.SUBSCRIPTIONS_PER_IDENTITY);
            case ALL_TAKEN -> refused(Limit.SUBSCRIPTIONS);
        });
        return response.transform(builder -> builder.data(counted));
    }

    private Flux<ExecutionResult> refused(Limit limit) {
        LimitExceededException refusal = new LimitExceededException(limit, limits.of(limit) + 1, limits.of(limit));
        return Flux.just(
                ExecutionResultImpl.newExecutionResult().addError(refusal).build());
    }
}

package io.modernize.cmdb.api.gate;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final Slots<PrincipalIdentity> ofIdentities;
    private final Slots<ClientAccountId> ofClientAccounts;

    SubscriptionLimits(ApiLimits limits) {
        this.limits = limits;
        this.ofIdentities = new Slots<>(limits.subscriptionsPerIdentity(), limits.subscriptions());
        this.ofClientAccounts = new Slots<>(limits.subscriptionsPerClientAccount(), Integer.MAX_VALUE);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Optional<ApiRequest> api = ApiRequest.current();
        return CallerIdentity.find()
                .map(caller -> chain.next(request)
                        .map(response -> limited(
                                response,
                                new Watcher(
                                        caller,
                                        api.flatMap(ApiRequest::lastClientAccountId)
                                                .orElse(null)))))
                .orElseGet(() -> chain.next(request));
    }

    private WebGraphQlResponse limited(WebGraphQlResponse response, Watcher watcher) {
        if (!(response.getExecutionResult().getData() instanceof Publisher<?> events)) {
            return response;
        }
        // Counted when somebody listens: an answer that nobody can stream, for its content type, takes no slot.
        Flux<ExecutionResult> counted = Flux.defer(() -> {
            Limit exceeded = take(watcher);
            return exceeded == null
                    ? Flux.from(events).cast(ExecutionResult.class).doFinally(end -> giveBack(watcher))
                    : refused(exceeded);
        });
        return response.transform(builder -> builder.data(counted));
    }

    /** Takes the slots of a subscription. Returns the limit that it would exceed, or null. */
    private @Nullable Limit take(Watcher watcher) {
        return switch (ofIdentities.take(watcher.identity)) {
            case OWNER_HAS_MOST -> Limit.SUBSCRIPTIONS_PER_IDENTITY;
            case ALL_TAKEN -> Limit.SUBSCRIPTIONS;
            case TAKEN -> {
                if (watcher.clientAccountId == null
                        || ofClientAccounts.take(watcher.clientAccountId) == Slots.Outcome.TAKEN) {
                    yield null;
                }
                ofIdentities.giveBack(watcher.identity);
                yield Limit.SUBSCRIPTIONS_PER_CLIENT_ACCOUNT;
            }
        };
    }

    private void giveBack(Watcher watcher) {
        if (watcher.clientAccountId != null) {
            ofClientAccounts.giveBack(watcher.clientAccountId);
        }
        ofIdentities.giveBack(watcher.identity);
    }

    private Flux<ExecutionResult> refused(Limit limit) {
        LimitExceededException refusal = new LimitExceededException(limit, limits.of(limit) + 1, limits.of(limit));
        return Flux.just(
                ExecutionResultImpl.newExecutionResult().addError(refusal).build());
    }

    /** @param clientAccountId whose data the subscription shows; null if it shows none */
    private record Watcher(
            PrincipalIdentity identity, @Nullable ClientAccountId clientAccountId) {}
}

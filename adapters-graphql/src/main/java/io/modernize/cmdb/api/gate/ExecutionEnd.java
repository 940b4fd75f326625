package io.modernize.cmdb.api.gate;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives the place of a request back when its execution ends, before the answer is written. How fast a caller reads has
 * no effect on others then.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class ExecutionEnd implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return ApiRequest.current()
                .map(api -> chain.next(request)
                        .doOnNext(response -> tellAnswered(api, response))
                        .doFinally(end -> api.endExecution()))
                .orElseGet(() -> chain.next(request));
    }

    private static void tellAnswered(ApiRequest api, WebGraphQlResponse response) {
        if (response.getExecutionResult().getData() instanceof Map<?, ?> data
                && data.values().stream().anyMatch(Objects::nonNull)) {
            api.partlyAnswered();
        }
    }
}

package io.modernize.cmdb.api.callers;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands the tenant headers of a request to its fields, along with one memory for all of them. */
@Component
final class TenantHeadersInterceptor implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        CallerRequest caller = CallerRequest.from(request.getHeaders());
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(CallerRequest.class, caller)).build());
        return chain.next(request);
    }
}

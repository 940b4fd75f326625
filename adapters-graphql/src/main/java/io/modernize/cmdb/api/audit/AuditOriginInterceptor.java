package io.modernize.cmdb.api.audit;

import io.modernize.cmdb.api.requests.RequestId;
import io.modernize.cmdb.audit.AuditOrigin;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells the mutations of a request where the request came from. The server's setting {@code
 * server.forward-headers-strategy} decides which proxies are believed. No header is read for it here.
 */
@Component
final class AuditOriginInterceptor implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        AuditOrigin origin = new AuditOrigin(
                address(request.getRemoteAddress()),
                Objects.requireNonNullElse(RequestId.find(request.getAttributes()), request.getId()),
                request.getHeaders().getFirst(HttpHeaders.USER_AGENT));
        request.configureExecutionInput((input, builder) ->
                builder.graphQLContext(Map.of(AuditOrigin.class, origin)).build());
        return chain.next(request);
    }

    private static @Nullable String address(@Nullable InetSocketAddress remote) {
        if (remote == null) {
            return null;
        }
        return remote.isUnresolved()
                ? remote.getHostString()
                : remote.getAddress().getHostAddress();
    }
}

package io.modernize.cmdb.api;

import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.WebGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Sends requests as somebody, the way they arrive behind the resource server. */
public final class GraphQlCaller {
    private static final Duration LONGEST_SUBSCRIPTION = Duration.ofSeconds(30);

    private final WebGraphQlHandler handler;

    GraphQlCaller(WebGraphQlHandler handler) {
        this.handler = handler;
    }

    /** Executes with an access token of that identity that grants everything. */
    public GraphQlTester.Response call(
            PrincipalIdentity identity, HttpHeaders headers, String document, Map<String, Object> variables) {
        return call(signedIn(identity), headers, document, variables);
    }

    /** Executes with an access token of that identity that grants these permissions and no others. */
    public GraphQlTester.Response call(PrincipalIdentity identity, Set<Permission> granted, String document) {
        return call(signedIn(identity, granted), new HttpHeaders(), document, Map.of());
    }

    private GraphQlTester.Response call(
            SecurityContext signedIn, HttpHeaders headers, String document, Map<String, Object> variables) {
        SecurityContextHolder.setContext(signedIn);
        try {
            GraphQlTester.Request<?> request = WebGraphQlTester.builder(handler)
                    .headers(all -> all.putAll(headers))
                    .build()
                    .document(document);
            variables.forEach(request::variable);
            return request.execute();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    public GraphQlTester.Response call(PrincipalIdentity identity, String document) {
        return call(identity, new HttpHeaders(), document, Map.of());
    }

    /** All events of a subscription, which has to end by itself. */
    public List<GraphQlTester.Response> events(PrincipalIdentity identity, String document) {
        return events(signedIn(identity), document, event -> {});
    }

    /**
     * All events of a subscription, which has to end by itself.
     *
     * @param onEvent is told of each event before the next one
     */
    public List<GraphQlTester.Response> events(
            SecurityContext signedIn, String document, Consumer<GraphQlTester.Response> onEvent) {
        SecurityContextHolder.setContext(signedIn);
        try {
            return Objects.requireNonNull(WebGraphQlTester.builder(handler)
                    .headers(headers -> headers.setAccept(List.of(MediaType.TEXT_EVENT_STREAM)))
                    .build()
                    .document(document)
                    .executeSubscription()
                    .toFlux()
                    .doOnNext(onEvent)
                    .collectList()
                    .block(LONGEST_SUBSCRIPTION));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Executes and expects exactly one error. */
    public ResponseError refusal(
            PrincipalIdentity identity, HttpHeaders headers, String document, Map<String, Object> variables) {
        ResponseError[] only = new ResponseError[1];
        call(identity, headers, document, variables).errors().satisfy(errors -> only[0] = single(errors));
        return only[0];
    }

    public ResponseError refusal(PrincipalIdentity identity, String document) {
        return refusal(identity, new HttpHeaders(), document, Map.of());
    }

    /** Likewise, and expects exactly one error. */
    public ResponseError refusal(PrincipalIdentity identity, Set<Permission> granted, String document) {
        ResponseError[] only = new ResponseError[1];
        call(identity, granted, document).errors().satisfy(errors -> only[0] = single(errors));
        return only[0];
    }

    /** What the resource server leaves behind for a token of that identity that grants everything. */
    public static SecurityContext signedIn(PrincipalIdentity identity) {
        return signedIn(identity, Set.of(Permission.values()));
    }

    /** What the resource server leaves behind for a token that grants everything until that time. */
    public static SecurityContext signedInUntil(PrincipalIdentity identity, Instant expiresAt) {
        return signedIn(identity, Set.of(Permission.values()), expiresAt);
    }

    private static SecurityContext signedIn(PrincipalIdentity identity, Set<Permission> granted) {
        return signedIn(identity, granted, Instant.MAX);
    }

    private static SecurityContext signedIn(PrincipalIdentity identity, Set<Permission> granted, Instant expiresAt) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "none")
                .claim("tid", identity.directoryTenantId().toString())
                .claim("oid", identity.objectId().toString())
                .expiresAt(expiresAt)
                .build();
        return new SecurityContextImpl(new JwtAuthenticationToken(
                token,
                AuthorityUtils.createAuthorityList(
                        granted.stream().map(Permission::key).toList())));
    }

    /** One header. */
    public static HttpHeaders header(String name, Object value) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(name, value.toString());
        return headers;
    }

    private static ResponseError single(List<ResponseError> errors) {
        if (errors.size() != 1) {
            throw new AssertionError("expected one error, not " + errors);
        }
        return errors.getFirst();
    }
}

package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.WebGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Sends requests as somebody, the way they arrive behind the resource server. */
public final class GraphQlCaller {
    private final WebGraphQlHandler handler;

    GraphQlCaller(WebGraphQlHandler handler) {
        this.handler = handler;
    }

    /** Executes with an access token of that identity. */
    public GraphQlTester.Response call(
            PrincipalIdentity identity, HttpHeaders headers, String document, Map<String, Object> variables) {
        SecurityContextHolder.setContext(signedIn(identity));
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

    /** What the resource server leaves behind for a token of that identity. */
    static SecurityContext signedIn(PrincipalIdentity identity) {
        return new SecurityContextImpl(new JwtAuthenticationToken(Jwt.withTokenValue("token")
                .header("alg", "none")
                .claim("tid", identity.directoryTenantId().toString())
                .claim("oid", identity.objectId().toString())
                .build()));
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

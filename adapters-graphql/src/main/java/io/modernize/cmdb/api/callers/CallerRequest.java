package io.modernize.cmdb.api.callers;

import graphql.GraphQLContext;
import io.modernize.cmdb.api.requests.ScopeHeaders;
import io.modernize.cmdb.tenancy.application.KnownScopes;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;

/**
 * What a scope is resolved from besides the token: the headers of the request, and what the request has learnt already.
 * All fields of a GraphQL request have the same one, and so have all that handle a request of plain HTTP.
 */
public record CallerRequest(TenantHeaders headers, KnownScopes known) {
    private static final String ATTRIBUTE = CallerRequest.class.getName();

    static CallerRequest from(HttpHeaders headers) {
        return new CallerRequest(TenantHeaders.from(headers), new KnownScopes());
    }

    /** The one of the running GraphQL request. It has no headers if the request did not come over HTTP. */
    public static CallerRequest of(GraphQLContext context) {
        return context.computeIfAbsent(CallerRequest.class, absent -> from(new HttpHeaders()));
    }

    /** The one of a request of plain HTTP. */
    public static CallerRequest of(NativeWebRequest request) {
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof CallerRequest known) {
            return known;
        }
        CallerRequest begun = from(headers(request));
        request.setAttribute(ATTRIBUTE, begun, RequestAttributes.SCOPE_REQUEST);
        return begun;
    }

    /** The headers that choose a client account and an engagement. */
    private static HttpHeaders headers(NativeWebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        for (String name : List.of(ScopeHeaders.CLIENT_ACCOUNT_ID, ScopeHeaders.ENGAGEMENT_ID)) {
            String[] values = request.getHeaderValues(name);
            if (values != null) {
                headers.addAll(name, List.of(values));
            }
        }
        return headers;
    }
}

package io.modernize.cmdb.api.documents;

import io.modernize.cmdb.api.errors.Problems;
import io.modernize.cmdb.api.requests.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter of GraphQL requests. These filters run behind the security filters, so that strangers are turned away first. */
abstract sealed class GraphQlPathFilter extends OncePerRequestFilter
        permits PostOnlyFilter, RequestBodyLimitFilter, GraphQlBodyFilter {
    private final String path;

    GraphQlPathFilter(GraphQlProperties properties) {
        this.path = properties.getHttp().getPath();
    }

    @Override
    protected final boolean shouldNotFilter(HttpServletRequest request) {
        // Decoded by the container, as the dispatcher sees it: an encoded letter in the URI is no way around.
        return !path.equals(request.getServletPath());
    }

    static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        Problems.write(request, response, Problems.of(status, RequestId.find(request)));
    }
}

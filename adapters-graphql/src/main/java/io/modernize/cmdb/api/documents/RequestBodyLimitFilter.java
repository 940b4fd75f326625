package io.modernize.cmdb.api.documents;

import io.modernize.cmdb.api.errors.Problems;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Refuses GraphQL requests with a large body, and keeps the body of the others in memory for the filters behind it. The
 * servlet container limits forms only.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class RequestBodyLimitFilter extends GraphQlPathFilter {
    private final ApiLimits limits;

    RequestBodyLimitFilter(GraphQlProperties properties, ApiLimits limits) {
        super(properties);
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limits.requestBytes()) {
            refuseSize(request, response, request.getContentLengthLong());
            return;
        }
        // A chunked request declares no length: read one byte more than allowed, and never the rest.
        byte[] body = request.getInputStream().readNBytes(limits.requestBytes() + 1);
        if (body.length > limits.requestBytes()) {
            refuseSize(request, response, body.length);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private void refuseSize(HttpServletRequest request, HttpServletResponse response, long bytes) throws IOException {
        Problems.write(
                request,
                response,
                Problems.of(Limit.REQUEST_BYTES, HttpStatus.CONTENT_TOO_LARGE, bytes, limits.requestBytes()));
    }
}

package io.modernize.cmdb.api.documents;

import io.modernize.cmdb.api.errors.Problems;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Lets one operation through: refuses bodies of several operations and bodies that are no JSON object, writes the id of a
 * trusted document as the framework reads it, and gives answers without a body a problem document.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class GraphQlBodyFilter extends GraphQlPathFilter {
    private final ApiLimits limits;
    private final TrustedDocumentsProperties trustedDocuments;

    GraphQlBodyFilter(GraphQlProperties properties, ApiLimits limits, TrustedDocumentsProperties trustedDocuments) {
        super(properties);
        this.limits = limits;
        this.trustedDocuments = trustedDocuments;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        if (buffered == null) {
            throw new IllegalStateException("RequestBodyLimitFilter runs first");
        }
        GraphQlBody body = new GraphQlBody(buffered.body());
        if (body.isBatch()) {
            Problems.write(
                    request,
                    response,
                    Problems.of(
                            Limit.BATCH_SIZE, HttpStatus.BAD_REQUEST, body.operations(), limits.of(Limit.BATCH_SIZE)));
            return;
        }
        if (!body.isObject() && isJson(request)) {
            // The framework takes null for a request.
            refuse(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        chain.doFilter(
                trustedDocuments.areOff() ? request : new BufferedRequest(request, body.withPersistedQuery()),
                response);
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && response.getContentType() == null
                && !response.isCommitted()) {
            // The framework answers content types that it does not know with a status and nothing else.
            refuse(request, response, HttpStatus.valueOf(response.getStatus()));
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String contentType = request.getContentType();
        if (contentType == null) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        // The framework reads both as JSON.
        return type.contains("json") || type.contains("graphql");
    }
}

package io.modernize.cmdb.api.documents;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses GraphQL requests by another method than POST. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 2)
final class PostOnlyFilter extends GraphQlPathFilter {
    PostOnlyFilter(GraphQlProperties properties) {
        super(properties);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED);
        }
    }
}

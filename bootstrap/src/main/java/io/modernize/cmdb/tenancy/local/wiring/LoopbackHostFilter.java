package io.modernize.cmdb.tenancy.local.wiring;

import io.modernize.cmdb.tenancy.identity.wiring.LocalProperties;
import io.modernize.cmdb.tenancy.wiring.LoopbackNames;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests to loopback host names only. A web page of a stranger can let its own host name point to this
 * machine. The browser then takes this service for a part of that page, and the page can sign in with the public
 * secrets of the demo identities. The browser still sends the page's host name, so such a request is refused.
 */
@Component
@Profile(LocalProperties.PROFILE)
@ConditionalOnWebApplication(type = Type.SERVLET)
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class LoopbackHostFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (LoopbackNames.contain(request.getServerName())) {
            chain.doFilter(request, response);
            return;
        }
        String requestId = response.getHeader("X-Request-Id");
        response.setStatus(HttpStatus.MISDIRECTED_REQUEST.value());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(problem(requestId == null ? "" : requestId).getBytes(StandardCharsets.UTF_8));
    }

    /** The problem document. The filter in front has checked the id, so no part needs escaping. */
    private static String problem(String requestId) {
        return """
            {"title":"%s","status":%d,"detail":"In the profile local, the service answers to localhost and to \
            loopback addresses only.","code":"HOST_NOT_LOCAL","remedy":"Send the request to http://localhost and \
            the service's port.","requestId":"%s"}\
            """.formatted(
                HttpStatus.MISDIRECTED_REQUEST.getReasonPhrase(), HttpStatus.MISDIRECTED_REQUEST.value(), requestId);
    }
}

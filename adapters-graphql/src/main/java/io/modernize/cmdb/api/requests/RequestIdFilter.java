package io.modernize.cmdb.api.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its id. It stands in front of every other filter, so that all answers have the id, including
 * refusals of other filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {
    private static final Logger ACCESS = LoggerFactory.getLogger("io.modernize.cmdb.access");

    private final boolean logsAccess;

    /** @param logsAccess whether each request is a line in the log: method, path, status, duration; off by default */
    RequestIdFilter(@Value("${cmdb.api.access-log:false}") boolean logsAccess) {
        this.logsAccess = logsAccess;
    }

    /** Also filters error dispatches, because the error page of the request writes to the log, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RequestId.settle(request);
        response.setHeader(RequestId.HEADER, id);
        LogContext.begin(id);
        long beganAt = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            if (logsAccess) {
                // Without the query string, where a file's name may stand.
                ACCESS.info(
                        "{} {} {} {} ms",
                        request.getMethod(),
                        request.getRequestURI(),
                        response.getStatus(),
                        Duration.ofNanos(System.nanoTime() - beganAt).toMillis());
            }
            LogContext.end();
        }
    }
}

package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.api.errors.Problems;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.RequestCosts;
import io.modernize.cmdb.api.requests.CallerIdentity;
import io.modernize.cmdb.api.requests.LogContext;
import io.modernize.cmdb.api.requests.RequestId;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often identities may ask, and times their requests. The filter runs behind the security filters, which
 * tell the identity, and in front of everything that reads a body. It ignores addresses that need no token.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
final class ApiGateFilter extends OncePerRequestFilter {
    private final String graphQlPath;
    private final Duration timeout;
    private final RateLimits rates;
    private final ExecutionPlaces places;
    private final Slots<PrincipalIdentity> underWay;
    private final int requestsPerIdentity;

    ApiGateFilter(GraphQlProperties properties, ApiLimits limits, RateLimits rates, ExecutionPlaces places) {
        this.graphQlPath = properties.getHttp().getPath();
        this.timeout = limits.timeout();
        this.rates = rates;
        this.places = places;
        this.requestsPerIdentity = limits.requestsPerIdentity();
        this.underWay = new Slots<>(requestsPerIdentity, Integer.MAX_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<PrincipalIdentity> caller = CallerIdentity.find();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getQueryString() != null && request.getQueryString().contains("%00")) {
            // No parameter can have it, and no database hold it.
            Problems.write(request, response, Problems.of(HttpStatus.BAD_REQUEST, RequestId.find(request)));
            return;
        }
        PrincipalIdentity identity = caller.get();
        LogContext.caller(identity);
        boolean isGraphQl = graphQlPath.equals(request.getServletPath());
        long cost = isGraphQl ? RequestCosts.GRAPHQL : RequestCosts.OTHER;
        long seconds = rates.charge(identity, cost);
        if (seconds > 0) {
            refuse(request, response, Limit.IDENTITY_POINTS, cost, rates.identityPointsPerMinute(), seconds);
            return;
        }
        if (underWay.take(identity) != Slots.Outcome.TAKEN) {
            refuse(request, response, Limit.REQUESTS_PER_IDENTITY, requestsPerIdentity + 1L, requestsPerIdentity, 1);
            return;
        }
        // A file takes as long as its sender likes, so an upload needs no place for execution.
        ExecutionPlace place = isGraphQl ? new ExecutionPlace(places) : null;
        ApiRequest api = new ApiRequest(identity, rates, isGraphQl ? timeout : null, cost, System::nanoTime, place);
        try {
            during(api, () -> chain.doFilter(request, new StatusOfRefusal(response, api)));
        } finally {
            api.close();
            underWay.giveBack(identity);
            // The engine gives the log context back as it was before the field.
            api.lastClientAccountId().ifPresent(LogContext::clientAccount);
        }
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Limit limit,
            long value,
            long maximum,
            long seconds)
            throws IOException {
        ProblemDetail problem = Problems.of(limit, HttpStatus.TOO_MANY_REQUESTS, value, maximum);
        problem.setProperty(Limit.RETRY_AFTER_SECONDS, seconds);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        Problems.write(request, response, problem);
    }

    private static void during(ApiRequest request, Work work) throws ServletException, IOException {
        try {
            ScopedValue.where(ApiRequest.CURRENT, request).<@Nullable Object, Exception>call(() -> {
                work.run();
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the rest of the chain throws nothing else", e);
        }
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    /** Sets the status of a request that was refused because of its cost, or because there is too much to do. */
    private static final class StatusOfRefusal extends HttpServletResponseWrapper {
        private final ApiRequest request;

        StatusOfRefusal(HttpServletResponse response, ApiRequest request) {
            super(response);
            this.request = request;
        }

        @Override
        public void setStatus(int status) {
            long seconds = request.retryAfterSeconds();
            long overloadedSeconds = request.overloadedSeconds();
            if (seconds > 0) {
                setStatus(HttpStatus.TOO_MANY_REQUESTS, seconds);
            } else if (overloadedSeconds > 0) {
                setStatus(HttpStatus.SERVICE_UNAVAILABLE, overloadedSeconds);
            } else {
                super.setStatus(status);
            }
        }

        private void setStatus(HttpStatus status, long seconds) {
            setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            super.setStatus(status.value());
        }
    }
}

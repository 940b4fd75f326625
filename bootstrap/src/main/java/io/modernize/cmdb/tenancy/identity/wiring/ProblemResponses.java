package io.modernize.cmdb.tenancy.identity.wiring;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers 401, 403 and, if the issuer's keys cannot be fetched, 503 with a problem document (RFC 9457). It tells why,
 * and what to do. The first two also have a {@code WWW-Authenticate} header (RFC 6750).
 */
final class ProblemResponses implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final AuthenticationEntryPoint bearerChallenge;
    private final AccessDeniedHandler bearerRefusal = new BearerTokenAccessDeniedHandler();

    /** @param resource what callers without a token are told about the service; empty for nothing */
    ProblemResponses(Optional<ProtectedResource> resource) {
        this.bearerChallenge = new BearerChallenge(resource);
    }

    /** The handler of a token that was sent and refused. By default, a failure of the service would become a 500. */
    AuthenticationFailureHandler failureHandler() {
        AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(this);
        handler.setRethrowAuthenticationServiceException(false);
        return handler;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException, ServletException {
        if (authenticationException instanceof AuthenticationServiceException) {
            LOG.warn("Access tokens cannot be checked: {}", authenticationException.getMessage());
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            write(response, TokenRefusal.ISSUER_UNAVAILABLE);
            return;
        }
        TokenRefusal refusal = refusal(authenticationException);
        LOG.debug("Refused a request: {}", refusal);
        bearerChallenge.commence(request, response, authenticationException);
        write(response, refusal);
    }

    private static TokenRefusal refusal(AuthenticationException exception) {
        if (exception.getCause() instanceof RefusedTokenException refused) {
            return refused.refusal();
        }
        // The framework reads the header; what it cannot read never became a token.
        return exception instanceof OAuth2AuthenticationException ? TokenRefusal.MALFORMED : TokenRefusal.TOKEN_MISSING;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        bearerRefusal.handle(request, response, denied);
        write(
                response,
                grantsAccess(SecurityContextHolder.getContext().getAuthentication())
                        ? TokenRefusal.NOT_OPEN
                        : TokenRefusal.TOKEN_GRANTS_NOTHING);
    }

    private static boolean grantsAccess(@Nullable Authentication caller) {
        return caller != null
                && caller.getAuthorities().stream()
                        .anyMatch(authority -> GrantedAuthorities.ACCESS.equals(authority.getAuthority()));
    }

    /** Writes the answer. It keeps a status that was set before, which is 400 for a malformed header. */
    private static void write(HttpServletResponse response, TokenRefusal refusal) throws IOException {
        HttpStatus status = HttpStatus.valueOf(response.getStatus());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", refusal.detail());
        problem.put("code", refusal.name());
        problem.put("remedy", refusal.remedy());
        // The filter in front of security has settled it.
        String requestId = response.getHeader("X-Request-Id");
        if (requestId != null) {
            problem.put("requestId", requestId);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
    }
}

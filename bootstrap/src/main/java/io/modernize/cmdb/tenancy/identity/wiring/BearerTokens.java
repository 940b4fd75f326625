package io.modernize.cmdb.tenancy.identity.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Reads the access token from the header {@code Authorization} and from nowhere else, because addresses and bodies are
 * logged.
 */
final class BearerTokens implements BearerTokenResolver {
    private final BearerTokenResolver inHeader = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        // A proxy and a service that pick different ones would disagree on who calls.
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidRequest(TokenRefusal.AUTHORIZATION_AMBIGUOUS.detail()),
                    new RefusedTokenException(TokenRefusal.AUTHORIZATION_AMBIGUOUS));
        }
        return inHeader.resolve(request);
    }
}

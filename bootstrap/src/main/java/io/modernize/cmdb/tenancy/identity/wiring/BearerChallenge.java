package io.modernize.cmdb.tenancy.identity.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sets the status of a refused request and the header {@code WWW-Authenticate} (RFC 6750). If the service has a public
 * address, the header says where its metadata is (RFC 9728). By default the framework would take that address from the
 * header {@code Host} of the caller.
 */
final class BearerChallenge implements AuthenticationEntryPoint {
    /** Marks the place of an address that there is none of. */
    private static final String NO_METADATA = "none";

    private static final String PARAMETER = "(, | )resource_metadata=\"" + NO_METADATA + "\"";

    private final BearerTokenAuthenticationEntryPoint entryPoint = new BearerTokenAuthenticationEntryPoint();
    private final boolean hasMetadata;

    BearerChallenge(Optional<ProtectedResource> resource) {
        String metadata = resource.map(ProtectedResource::metadataAddress).orElse(NO_METADATA);
        Function<HttpServletRequest, String> configured = request -> metadata;
        entryPoint.setResourceMetadataParameterResolver(configured);
        hasMetadata = resource.isPresent();
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException) {
        entryPoint.commence(request, response, authenticationException);
        String challenge = response.getHeader(HttpHeaders.WWW_AUTHENTICATE);
        if (!hasMetadata && challenge != null) {
            // The framework has no way to leave the parameter out.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge.replaceFirst(PARAMETER, ""));
        }
    }
}

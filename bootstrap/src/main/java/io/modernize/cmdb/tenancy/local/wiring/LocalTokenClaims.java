package io.modernize.cmdb.tenancy.local.wiring;

import io.modernize.cmdb.tenancy.identity.wiring.IdentityClaims;
import io.modernize.cmdb.tenancy.identity.wiring.LocalProperties;
import io.modernize.cmdb.tenancy.identity.wiring.TrustedIssuer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts audience, directory tenant, object id and app roles into access tokens; {@code sub} is the client id or user name. */
final class LocalTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final LocalProperties properties;
    private final TrustedIssuer issuer;

    LocalTokenClaims(LocalProperties properties, TrustedIssuer issuer) {
        this.properties = properties;
        this.issuer = issuer;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        Authentication principal = context.getPrincipal();
        if (principal == null) {
            throw new IllegalStateException("an access token without a principal");
        }
        LocalProperties.Identity identity = properties
                .identity(principal.getName())
                // Somebody who can sign in but is nobody in the directory: a gap in the settings.
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED));
        context.getClaims()
                .audience(issuer.audiences())
                .claim(
                        IdentityClaims.DIRECTORY_TENANT_ID,
                        identity.directoryTenantId().toString())
                .claim(IdentityClaims.OBJECT_ID, identity.objectId().toString())
                .claim(IdentityClaims.APP_ROLES, identity.appRoles())
                .claim(IdentityClaims.PRINCIPAL_TYPE, principalType(context.getAuthorizationGrantType()));
    }

    private static String principalType(@Nullable AuthorizationGrantType grant) {
        return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant) ? "app" : "user";
    }
}

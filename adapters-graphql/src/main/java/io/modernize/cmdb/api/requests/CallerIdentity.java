package io.modernize.cmdb.api.requests;

import io.modernize.cmdb.tenancy.Caller;
import io.modernize.cmdb.tenancy.Permission;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Tells who calls, by the claims {@code tid} and {@code oid} of the access token and by the authorities that the
 * resource server gave for it. Authorities that are named like a permission count.
 */
public final class CallerIdentity {
    private CallerIdentity() {}

    /**
     * The caller of the running request.
     *
     * @throws IllegalStateException if the resource server let a request through without a token, or with one that
     *     lacks the claims: it checks both, so this is a fault of the wiring and not of the caller
     */
    public static Caller caller() {
        JwtAuthenticationToken authentication = authentication()
                .orElseThrow(() -> new IllegalStateException(
                        "the request carries no JWT, so the resource server is not in front of it"));
        return new Caller(identity(authentication), kind(authentication.getToken()), granted(authentication));
    }

    /** The identity of the running request's caller. The exceptions are those of {@link #caller}. */
    public static PrincipalIdentity current() {
        return caller().identity();
    }

    /**
     * The identity of the running request's caller. Empty if the request carries no token, for code that works without
     * an identity.
     */
    public static Optional<PrincipalIdentity> find() {
        return authentication().map(CallerIdentity::identity);
    }

    /** The time at which the running request's token expires. {@link Instant#MAX} if the token does not say. */
    public static Instant tokenExpiresAt() {
        return authentication()
                .map(authentication -> authentication.getToken().getExpiresAt())
                .orElse(Instant.MAX);
    }

    private static Optional<JwtAuthenticationToken> authentication() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication
                ? Optional.of(authentication)
                : Optional.empty();
    }

    private static PrincipalIdentity identity(JwtAuthenticationToken authentication) {
        return new PrincipalIdentity(claim(authentication.getToken(), "tid"), claim(authentication.getToken(), "oid"));
    }

    /**
     * The kind of the caller. Only people's tokens have scopes. The claim {@code idtyp} is optional in Microsoft Entra
     * ID.
     */
    private static Caller.Kind kind(Jwt token) {
        Object type = token.getClaims().get("idtyp");
        if ("app".equals(type)) {
            return Caller.Kind.SERVICE;
        }
        return token.hasClaim("scp") || "user".equals(type) ? Caller.Kind.PERSON : Caller.Kind.UNKNOWN;
    }

    private static Set<Permission> granted(JwtAuthenticationToken authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .map(Permission::ofKey)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UUID claim(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        if (value == null) {
            throw new IllegalStateException("the token lacks the claim " + name + ", which its validators require");
        }
        return UUID.fromString(value);
    }
}

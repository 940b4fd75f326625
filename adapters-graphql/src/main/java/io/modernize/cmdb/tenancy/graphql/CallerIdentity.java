package io.modernize.cmdb.tenancy.graphql;

import io.modernize.cmdb.tenancy.PrincipalIdentity;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who is calling, by the claims {@code tid} and {@code oid} of the access token. */
final class CallerIdentity {
    private CallerIdentity() {}

    /**
     * The identity behind the running request.
     *
     * @throws IllegalStateException where the resource server let a request through without a token, or with one that
     *     lacks the claims: it checks both, so this is a fault of the wiring and not of the caller
     */
    static PrincipalIdentity current() {
        return find().orElseThrow(() ->
                new IllegalStateException("the request carries no JWT, so the resource server is not in front of it"));
    }

    /** Likewise, for what works without an identity; empty where the request carries no token. */
    static Optional<PrincipalIdentity> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication
                ? Optional.of(new PrincipalIdentity(
                        claim(authentication.getToken(), "tid"), claim(authentication.getToken(), "oid")))
                : Optional.empty();
    }

    private static UUID claim(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        if (value == null) {
            throw new IllegalStateException("the token lacks the claim " + name + ", which its validators require");
        }
        return UUID.fromString(value);
    }
}

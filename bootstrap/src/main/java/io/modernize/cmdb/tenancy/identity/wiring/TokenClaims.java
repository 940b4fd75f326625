package io.modernize.cmdb.tenancy.identity.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** Checks the claims of one issuer's tokens, besides the signature. The code of an error is a {@link TokenRefusal}. */
final class TokenClaims implements OAuth2TokenValidator<Jwt> {
    /**
     * The greatest difference between the clocks of issuer and service. A token is accepted that much earlier, and that
     * much longer.
     */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** Claims that occur only in tokens for the application that a person signed in to. */
    private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash", "s_hash");

    /**
     * The accepted types: the one of RFC 9068, and the one that everybody else writes. Tokens of other types are no
     * access tokens.
     */
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "jwt");

    private static final String VERSION = "ver";
    private static final String VERSION_1 = "1.0";

    private final TrustedIssuer issuer;
    private final TrustedIssuers issuers;
    private final Clock clock;

    /** @param issuers all registered issuers, including {@code issuer} */
    TokenClaims(TrustedIssuer issuer, TrustedIssuers issuers, Clock clock) {
        this.issuer = issuer;
        this.issuers = issuers;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return refusal(token)
                .map(refusal ->
                        OAuth2TokenValidatorResult.failure(new OAuth2Error(refusal.name(), refusal.detail(), null)))
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private Optional<TokenRefusal> refusal(Jwt token) {
        return kind(token)
                .or(() -> issuer(token))
                .or(() -> audience(token))
                .or(() -> times(token))
                .or(() -> identity(token))
                .or(() -> grants(token));
    }

    private static Optional<TokenRefusal> kind(Jwt token) {
        Map<String, Object> claims = token.getClaims();
        if (VERSION_1.equals(claims.get(VERSION))) {
            return Optional.of(TokenRefusal.TOKEN_VERSION);
        }
        Object type = token.getHeaders().get("typ");
        boolean otherType = type != null && !TYPES.contains(type.toString().toLowerCase(Locale.ROOT));
        return when(otherType || !Collections.disjoint(claims.keySet(), OF_ID_TOKENS), TokenRefusal.TOKEN_KIND);
    }

    private Optional<TokenRefusal> issuer(Jwt token) {
        return when(!issuer.issuerUri().equals(token.getClaims().get(JwtClaimNames.ISS)), TokenRefusal.ISSUER_UNKNOWN);
    }

    private Optional<TokenRefusal> audience(Jwt token) {
        List<String> audience = token.getAudience();
        return when(audience == null || Collections.disjoint(audience, issuer.audiences()), TokenRefusal.AUDIENCE);
    }

    /** The refusal of the token's times. A token that never expires could not be taken back. */
    private Optional<TokenRefusal> times(Jwt token) {
        Instant expiry = token.getExpiresAt();
        if (expiry == null) {
            return Optional.of(TokenRefusal.CLAIM_MISSING);
        }
        Instant now = clock.instant();
        if (now.minus(CLOCK_SKEW).isAfter(expiry)) {
            return Optional.of(TokenRefusal.TOKEN_EXPIRED);
        }
        Instant notBefore = token.getNotBefore();
        return when(notBefore != null && now.plus(CLOCK_SKEW).isBefore(notBefore), TokenRefusal.TOKEN_NOT_YET_VALID);
    }

    private Optional<TokenRefusal> identity(Jwt token) {
        Object directory = token.getClaims().get(IdentityClaims.DIRECTORY_TENANT_ID);
        Object object = token.getClaims().get(IdentityClaims.OBJECT_ID);
        if (directory == null || object == null) {
            return Optional.of(TokenRefusal.CLAIM_MISSING);
        }
        Optional<UUID> directoryId = uuid(directory);
        if (directoryId.isEmpty() || uuid(object).isEmpty()) {
            return Optional.of(TokenRefusal.CLAIM_INVALID);
        }
        return when(!issuers.speaksFor(issuer, directoryId.get()), TokenRefusal.DIRECTORY);
    }

    /** The refusal of the token's grants. A claim of another form than documented is refused and not interpreted. */
    private static Optional<TokenRefusal> grants(Jwt token) {
        Object roles = token.getClaims().get(IdentityClaims.APP_ROLES);
        Object scopes = token.getClaims().get(IdentityClaims.SCOPES);
        boolean valid = (roles == null || isTexts(roles)) && (scopes == null || scopes instanceof String);
        return when(!valid, TokenRefusal.CLAIM_INVALID);
    }

    private static boolean isTexts(Object value) {
        return value instanceof Collection<?> values && values.stream().allMatch(String.class::isInstance);
    }

    private static Optional<UUID> uuid(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            // Would also take 1-1-1-1-1.
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException notParsable) {
            return Optional.empty();
        }
    }

    private static Optional<TokenRefusal> when(boolean refused, TokenRefusal refusal) {
        return refused ? Optional.of(refusal) : Optional.empty();
    }
}

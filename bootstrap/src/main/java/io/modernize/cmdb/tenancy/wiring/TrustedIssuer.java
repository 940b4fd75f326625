package io.modernize.cmdb.tenancy.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/**
 * The one issuer whose access tokens count, and for which audiences.
 *
 * @param issuerUri the exact value of the claim {@code iss}
 * @param audiences a token names at least one of them in {@code aud}; a token that the same issuer made for another
 *     service, or to describe a user to a client, must not open this one
 */
record TrustedIssuer(String issuerUri, List<String> audiences) {
    /**
     * Asymmetric only: with a symmetric algorithm the verifier's key could also sign, and a public key taken for a
     * shared secret is a classic forgery.
     */
    static final List<SignatureAlgorithm> ALGORITHMS = List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    TrustedIssuer {
        audiences = List.copyOf(audiences);
    }

    /**
     * The issuer of the settings.
     *
     * @throws NoTrustedIssuerException where issuer or audiences are missing
     */
    static TrustedIssuer from(OAuth2ResourceServerProperties.Jwt settings) {
        String issuerUri = settings.getIssuerUri();
        List<String> audiences = settings.getAudiences().stream()
                .filter(audience -> !audience.isBlank())
                .toList();
        if (issuerUri == null || issuerUri.isBlank() || audiences.isEmpty()) {
            throw new NoTrustedIssuerException(issuerUri == null || issuerUri.isBlank(), audiences.isEmpty());
        }
        return new TrustedIssuer(issuerUri, audiences);
    }

    /** Spares the tokens that a decoder of this issuer has verified lately the verification of their signature. */
    JwtDecoder remembering(JwtDecoder decoder) {
        return new RecentlyVerifiedTokens(decoder, validator(), Ticker.systemTicker());
    }

    OAuth2TokenValidator<Jwt> validator() {
        return validator(Clock.systemUTC());
    }

    /** What a token must hold besides a valid signature. */
    OAuth2TokenValidator<Jwt> validator(Clock clock) {
        JwtTimestampValidator timestamps = new JwtTimestampValidator();
        timestamps.setClock(clock);
        // A token that never expires could not be taken back.
        timestamps.setAllowEmptyExpiryClaim(false);
        return JwtValidators.createDefaultWithValidators(List.of(
                timestamps,
                new JwtIssuerValidator(issuerUri),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, claim -> claim != null && !Collections.disjoint(claim, audiences)),
                requireUuid(IdentityClaims.DIRECTORY_TENANT_ID),
                requireUuid(IdentityClaims.OBJECT_ID)));
    }

    private static OAuth2TokenValidator<Jwt> requireUuid(String claim) {
        OAuth2Error error = new OAuth2Error("invalid_token", "The claim " + claim + " is not a UUID", null);
        return token -> isUuid(token.getClaims().get(claim))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(error);
    }

    private static boolean isUuid(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException notParsable) {
            return false;
        }
    }
}

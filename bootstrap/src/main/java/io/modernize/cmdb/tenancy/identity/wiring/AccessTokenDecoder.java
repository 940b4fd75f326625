package io.modernize.cmdb.tenancy.identity.wiring;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Judges access tokens. Before the signature is verified, a token only chooses among the registered issuers. Its keys
 * come from the issuer, and never from an address or a key in the token.
 */
public final class AccessTokenDecoder implements JwtDecoder {
    /**
     * The accepted algorithms. They are asymmetric only: with a symmetric algorithm the verifier's key could also sign,
     * and a public key that is used as a shared secret is a classic forgery.
     */
    private static final List<SignatureAlgorithm> ALGORITHMS =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    private final TrustedIssuers issuers;
    private final Map<String, JwtDecoder> decoders;

    /** @param keys gives the keys of each issuer */
    public AccessTokenDecoder(
            TrustedIssuers issuers, Function<TrustedIssuer, JWKSource<SecurityContext>> keys, Clock clock) {
        this.issuers = issuers;
        this.decoders = issuers.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        TrustedIssuer::issuerUri,
                        issuer -> decoder(keys.apply(issuer), new TokenClaims(issuer, issuers, clock))));
    }

    private static JwtDecoder decoder(JWKSource<SecurityContext> keys, TokenClaims claims) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .build();
        decoder.setJwtValidator(claims);
        return new RecentlyVerifiedTokens(decoder, claims, Ticker.systemTicker());
    }

    /**
     * The claims of an accepted token.
     *
     * @throws RefusedTokenException if the token is refused
     * @throws org.springframework.security.oauth2.jwt.JwtException if this cannot be decided for now
     */
    @Override
    public Jwt decode(String token) {
        JwtDecoder decoder = decoders.get(issuerOf(token).issuerUri());
        if (decoder == null) {
            throw new IllegalStateException("every registered issuer has a decoder");
        }
        try {
            return decoder.decode(token);
        } catch (JwtValidationException invalid) {
            throw new RefusedTokenException(
                    TokenRefusal.valueOf(invalid.getErrors().iterator().next().getErrorCode()), invalid);
        } catch (BadJwtException bad) {
            throw new RefusedTokenException(
                    bad.getCause() instanceof BadJOSEException ? TokenRefusal.SIGNATURE : TokenRefusal.MALFORMED, bad);
        }
    }

    private TrustedIssuer issuerOf(String token) {
        String issuerUri;
        try {
            JWT jwt = JWTParser.parse(token);
            if (!isSignedAsExpected(jwt)) {
                throw new RefusedTokenException(TokenRefusal.ALGORITHM);
            }
            issuerUri = jwt.getJWTClaimsSet().getIssuer();
        } catch (ParseException notAToken) {
            throw new RefusedTokenException(TokenRefusal.MALFORMED, notAToken);
        }
        if (issuerUri == null) {
            throw new RefusedTokenException(TokenRefusal.CLAIM_MISSING);
        }
        return issuers.find(issuerUri)
                .orElseThrow(() -> new RefusedTokenException(
                        TrustedIssuer.isOfVersion1(issuerUri)
                                ? TokenRefusal.TOKEN_VERSION
                                : TokenRefusal.ISSUER_UNKNOWN));
    }

    private static boolean isSignedAsExpected(JWT jwt) {
        return jwt instanceof SignedJWT
                && ALGORITHMS.stream()
                        .anyMatch(algorithm -> algorithm
                                .getName()
                                .equals(jwt.getHeader().getAlgorithm().getName()));
    }
}

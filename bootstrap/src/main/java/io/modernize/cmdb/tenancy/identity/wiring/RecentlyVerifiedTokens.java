package io.modernize.cmdb.tenancy.identity.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Saves the second verification of a signature that was verified a moment ago, because a caller sends the same token
 * with every request. Nothing else is saved: expiry, issuer, audience and claims are checked each time, by the clock of
 * that moment. A token that no longer passes is decoded and answered as if it had never been seen.
 *
 * <p>Refused tokens leave nothing here. No credential is kept: a token is found by its digest, and its signature is not
 * kept.
 */
final class RecentlyVerifiedTokens implements JwtDecoder {
    /** The time for which a token stays accepted after the issuer has withdrawn its key. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);

    /**
     * The greatest number of characters of all tokens together. Each takes about four bytes in memory, in all some 16
     * MB.
     */
    static final int MAX_CHARACTERS = 4_000_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<ByteBuffer, Verified> tokens;

    /** @param validator the checks that the decoder, too, makes besides the signature */
    RecentlyVerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator, Ticker ticker) {
        this.decoder = decoder;
        this.validator = validator;
        this.tokens = Caffeine.newBuilder()
                .maximumWeight(MAX_CHARACTERS)
                .<ByteBuffer, Verified>weigher((digest, verified) -> verified.characters())
                .expireAfterWrite(MAX_AGE)
                .ticker(ticker)
                // At once, so that the bound holds at every moment.
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        ByteBuffer digest = digest(token);
        Verified known = tokens.getIfPresent(digest);
        if (known != null) {
            Jwt jwt = known.toJwt(token);
            if (!validator.validate(jwt).hasErrors()) {
                return jwt;
            }
        }
        Jwt jwt = decoder.decode(token);
        tokens.put(digest, Verified.of(jwt));
        return jwt;
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException notJava) {
            throw new IllegalStateException("every Java runtime has SHA-256", notJava);
        }
    }

    /** A token without its text, which is the credential. */
    private record Verified(
            @Nullable Instant issuedAt,
            @Nullable Instant expiresAt,
            Map<String, Object> headers,
            Map<String, Object> claims,
            int characters) {
        static Verified of(Jwt jwt) {
            return new Verified(
                    jwt.getIssuedAt(),
                    jwt.getExpiresAt(),
                    jwt.getHeaders(),
                    jwt.getClaims(),
                    jwt.getTokenValue().length());
        }

        Jwt toJwt(String token) {
            return new Jwt(token, issuedAt, expiresAt, headers, claims);
        }
    }
}

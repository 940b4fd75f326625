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
 * Spares a token whose signature was verified a moment ago the second verification: a caller sends the same one with
 * every request. Only that is spared. Expiry, issuer, audience and claims are checked each time, by the clock of that
 * moment; a token that no longer passes goes the whole way, and is answered as if it had never been seen.
 *
 * <p>Tokens that were refused leave nothing here. What is kept holds no credential: a token is found by its digest, and
 * its signature is not among what is kept of it.
 */
final class RecentlyVerifiedTokens implements JwtDecoder {
    /** How much longer a token counts whose key the issuer has withdrawn. */
    static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** Of all tokens together; what is kept of one takes about four bytes for each of its characters: some 16 MB. */
    static final int MAX_CHARACTERS = 4_000_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<ByteBuffer, Verified> tokens;

    /** @param validator what the decoder, too, has a token pass besides its signature */
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

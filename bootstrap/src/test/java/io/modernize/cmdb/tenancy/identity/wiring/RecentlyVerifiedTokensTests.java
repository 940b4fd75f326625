package io.modernize.cmdb.tenancy.identity.wiring;

import static io.modernize.cmdb.tenancy.identity.wiring.AccessTokens.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class RecentlyVerifiedTokensTests {
    /** How long a token counts after it has expired, for clocks that differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final InstantSource clock = () -> this.now;
    private Instant now = Instant.now();
    private int verifications;
    private AccessTokens tokens;
    private JwtDecoder remembering;

    @BeforeEach
    void setUp() throws Exception {
        RSAKey key = SigningKeys.first();
        tokens = new AccessTokens(key);
        TrustedIssuer issuer = new TrustedIssuer(AccessTokens.ISSUER, List.of(AccessTokens.AUDIENCE), Optional.empty());
        OAuth2TokenValidator<Jwt> validator =
                new TokenClaims(issuer, new TrustedIssuers(List.of(issuer)), clock.withZone(ZoneOffset.UTC));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key)))
                .build();
        decoder.setJwtValidator(validator);
        remembering = remembering(decoder, validator);
    }

    @Test
    void verifiesATokenOnce() throws Exception {
        String token = tokens.signed(claims().build());

        Jwt first = remembering.decode(token);
        Jwt second = remembering.decode(token);

        assertThat(verifications).isEqualTo(1);
        assertThat(second.getTokenValue()).isEqualTo(token);
        assertThat(second.getClaims()).isEqualTo(first.getClaims());
        assertThat(second.getHeaders()).isEqualTo(first.getHeaders());
        assertThat(second.getExpiresAt()).isEqualTo(first.getExpiresAt());
    }

    @Test
    void verifiesItAgainAfterAWhile() throws Exception {
        String token = tokens.signed(claims().build());
        remembering.decode(token);

        now = now.plus(RecentlyVerifiedTokens.MAX_AGE.minusMillis(1));
        remembering.decode(token);
        assertThat(verifications).isEqualTo(1);

        now = now.plusMillis(1);
        remembering.decode(token);
        assertThat(verifications).isEqualTo(2);
    }

    @Test
    void refusesATokenThatHasExpiredSinceItWasVerified() throws Exception {
        String token = tokens.signed(
                claims().expirationTime(Date.from(now.plusSeconds(10))).build());
        remembering.decode(token);

        now = now.plusSeconds(10).plus(SKEW).minusSeconds(RecentlyVerifiedTokens.MAX_AGE.toSeconds() / 2);
        remembering.decode(token);
        now = now.plusSeconds(RecentlyVerifiedTokens.MAX_AGE.toSeconds() / 2 + 1);

        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> remembering.decode(token))
                .withMessageContaining("expired");
    }

    @Test
    void doesNotTakeATokenForOneThatDiffersInAByte() throws Exception {
        String token = tokens.signed(claims().build());
        remembering.decode(token);

        for (int position : new int[] {token.lastIndexOf('.') + 10, token.indexOf('.') + 10, 3}) {
            char other = token.charAt(position) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, position) + other + token.substring(position + 1);
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> remembering.decode(altered));
        }
    }

    @Test
    void remembersNoTokenThatWasRefused() throws Exception {
        String forged = tokens.signedByAStranger(claims().build());
        String misdirected = tokens.signed(claims().audience("another-service").build());

        for (int i = 1; i <= 3; i++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> remembering.decode(forged));
            assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> remembering.decode(misdirected));
            assertThat(verifications).isEqualTo(2 * i);
        }
    }

    @Test
    void remembersNoMoreThanItsBound() {
        int length = 10_000;
        String padding = "x".repeat(length - 10);
        List<String> many = IntStream.range(0, 2 * RecentlyVerifiedTokens.MAX_CHARACTERS / length)
                .mapToObj(i -> "%010d".formatted(i) + padding)
                .toList();
        JwtDecoder decoder = remembering(
                token -> Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .claim("oid", "x")
                        .build(),
                token -> OAuth2TokenValidatorResult.success());

        many.forEach(decoder::decode);
        verifications = 0;
        many.reversed().forEach(decoder::decode);

        assertThat(verifications).isGreaterThanOrEqualTo(many.size() / 2);
    }

    private JwtDecoder remembering(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        return new RecentlyVerifiedTokens(
                token -> {
                    verifications++;
                    return decoder.decode(token);
                },
                validator,
                () -> Duration.between(Instant.EPOCH, now).toNanos());
    }
}

package io.modernize.cmdb.tenancy.identity.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenClaimsTests {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID DIRECTORY_A = UUID.randomUUID();
    private static final UUID DIRECTORY_B = UUID.randomUUID();
    private static final UUID UNREGISTERED = UUID.randomUUID();

    private final TrustedIssuer entra = TrustedIssuer.of(
            "https://login.microsoftonline.com/" + DIRECTORY_A + "/v2.0",
            List.of("api", "api://api"),
            Optional.empty());
    private final TrustedIssuer other =
            TrustedIssuer.of("https://issuer.example", List.of("cmdb"), Optional.of(DIRECTORY_B));
    private final TrustedIssuer general = TrustedIssuer.of("https://general.example", List.of("g"), Optional.empty());
    private final TrustedIssuers issuers = new TrustedIssuers(List.of(entra, other, general));

    @Test
    void acceptsWhatIsForThisService() {
        assertThat(refusal(entra, token -> {})).isEmpty();
        assertThat(refusal(entra, token -> token.audience(List.of("else", "api://api"))))
                .isEmpty();
        assertThat(refusal(other, token -> {})).isEmpty();
    }

    @Test
    void allowsForAMinuteBetweenClocksAndNoMore() {
        assertThat(refusal(entra, token -> token.expiresAt(NOW.minusSeconds(60))))
                .isEmpty();
        assertThat(refusal(entra, token -> token.expiresAt(NOW.minusMillis(60_001))))
                .hasValue(TokenRefusal.TOKEN_EXPIRED);
        assertThat(refusal(entra, token -> token.notBefore(NOW.plusSeconds(60))))
                .isEmpty();
        assertThat(refusal(entra, token -> token.notBefore(NOW.plusMillis(60_001))))
                .hasValue(TokenRefusal.TOKEN_NOT_YET_VALID);
    }

    @Test
    void refusesATokenThatNeverExpires() {
        assertThat(refusal(entra, token -> token.claims(claims -> claims.remove("exp"))))
                .hasValue(TokenRefusal.CLAIM_MISSING);
    }

    @Test
    void letsAnIssuerSpeakForItsOwnDirectoryOnly() {
        assertThat(refusal(entra, token -> token.claim("tid", DIRECTORY_B.toString())))
                .hasValue(TokenRefusal.DIRECTORY);
        assertThat(refusal(other, token -> token.claim("tid", DIRECTORY_A.toString())))
                .hasValue(TokenRefusal.DIRECTORY);
        assertThat(refusal(entra, token -> token.claim("tid", UNREGISTERED.toString())))
                .hasValue(TokenRefusal.DIRECTORY);
    }

    @Test
    void letsAnIssuerWithoutADirectorySpeakForThoseOfNobodyElse() {
        assertThat(refusal(general, token -> token.claim("tid", UNREGISTERED.toString())))
                .isEmpty();
        assertThat(refusal(general, token -> token.claim("tid", DIRECTORY_A.toString())))
                .hasValue(TokenRefusal.DIRECTORY);
    }

    @Test
    void takesTheAudiencesOfItsOwnIssuerOnly() {
        assertThat(refusal(entra, token -> token.audience(List.of("cmdb")))).hasValue(TokenRefusal.AUDIENCE);
        assertThat(refusal(entra, token -> token.audience(List.of()))).hasValue(TokenRefusal.AUDIENCE);
        assertThat(refusal(entra, token -> token.claims(claims -> claims.remove("aud"))))
                .hasValue(TokenRefusal.AUDIENCE);
    }

    @Test
    void refusesVersion1AndWhatIsNoAccessToken() {
        assertThat(refusal(entra, token -> token.claim("ver", "1.0"))).hasValue(TokenRefusal.TOKEN_VERSION);
        assertThat(refusal(entra, token -> token.claim("ver", "2.0"))).isEmpty();
        assertThat(refusal(entra, token -> token.claim("nonce", "n"))).hasValue(TokenRefusal.TOKEN_KIND);
        assertThat(refusal(entra, token -> token.claim("at_hash", "h"))).hasValue(TokenRefusal.TOKEN_KIND);
        assertThat(refusal(entra, token -> token.header("typ", "logout+jwt"))).hasValue(TokenRefusal.TOKEN_KIND);
        assertThat(refusal(entra, token -> token.header("typ", "at+JWT"))).isEmpty();
        assertThat(refusal(entra, token -> token.header("typ", "JWT"))).isEmpty();
    }

    @Test
    void interpretsNoClaimOfAnotherForm() {
        assertThat(refusal(entra, token -> token.claim("roles", "administrator")))
                .hasValue(TokenRefusal.CLAIM_INVALID);
        assertThat(refusal(entra, token -> token.claim("roles", List.of(List.of("administrator")))))
                .hasValue(TokenRefusal.CLAIM_INVALID);
        assertThat(refusal(entra, token -> token.claim("scp", List.of("data.full_access"))))
                .hasValue(TokenRefusal.CLAIM_INVALID);
        assertThat(refusal(entra, token -> token.claim("oid", "1-1-1-1-1"))).hasValue(TokenRefusal.CLAIM_INVALID);
        assertThat(refusal(entra, token -> token.claim("oid", 7))).hasValue(TokenRefusal.CLAIM_INVALID);
        assertThat(refusal(entra, token -> token.claims(claims -> claims.remove("oid"))))
                .hasValue(TokenRefusal.CLAIM_MISSING);
        assertThat(refusal(entra, token -> token.claims(claims -> claims.remove("tid"))))
                .hasValue(TokenRefusal.CLAIM_MISSING);
    }

    private Optional<TokenRefusal> refusal(TrustedIssuer issuer, Consumer<Jwt.Builder> change) {
        Jwt.Builder token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .issuer(issuer.issuerUri())
                .audience(List.of(issuer.audiences().getFirst()))
                .expiresAt(NOW.plusSeconds(600))
                .claim("tid", issuer.directoryTenantId().orElse(UNREGISTERED).toString())
                .claim("oid", UUID.randomUUID().toString())
                .claim("roles", List.of("administrator"));
        change.accept(token);
        return new TokenClaims(issuer, issuers, Clock.fixed(NOW, ZoneOffset.UTC))
                .validate(token.build()).getErrors().stream()
                        .map(OAuth2Error::getErrorCode)
                        .map(TokenRefusal::valueOf)
                        .findFirst();
    }
}

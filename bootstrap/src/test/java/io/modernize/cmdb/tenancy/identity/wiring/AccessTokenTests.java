package io.modernize.cmdb.tenancy.identity.wiring;

import static io.modernize.cmdb.tenancy.identity.wiring.AccessTokens.claims;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = SecurityTestApplication.class)
@ActiveProfiles("local")
class AccessTokenTests {
    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JWKSource<SecurityContext> keys;

    private MockMvcTester http;
    private AccessTokens tokens;

    @BeforeEach
    void setUp() throws Exception {
        http = SecureHttp.of(context);
        tokens = new AccessTokens(keys);
    }

    @Test
    void opensTheApiWithAGoodToken() throws Exception {
        assertThat(post(tokens.signed(claims().build())))
                .hasStatusOk()
                .bodyText()
                .startsWith("somebody ");
    }

    @Test
    void challengesARequestWithoutAToken() {
        assertThat(http.post().uri("/graphql").exchange())
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.WWW_AUTHENTICATE,
                        values -> assertThat(values.getFirst()).startsWith("Bearer"));
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                new Forgery(
                        "wrong issuer",
                        t -> t.signed(claims().issuer("http://localhost:8081").build())),
                new Forgery("no issuer", t -> t.signed(claims().issuer(null).build())),
                new Forgery(
                        "wrong audience",
                        t -> t.signed(claims().audience("another-service").build())),
                new Forgery(
                        "no audience",
                        t -> t.signed(claims().audience(List.of()).build())),
                new Forgery(
                        "expired",
                        t -> t.signed(
                                claims().expirationTime(Date.from(Instant.now().minusSeconds(120)))
                                        .build())),
                new Forgery(
                        "never expires",
                        t -> t.signed(claims().expirationTime(null).build())),
                new Forgery(
                        "not valid yet",
                        t -> t.signed(
                                claims().notBeforeTime(Date.from(Instant.now().plusSeconds(300)))
                                        .build())),
                new Forgery("no tid", t -> t.signed(claims().claim("tid", null).build())),
                new Forgery("no oid", t -> t.signed(claims().claim("oid", null).build())),
                new Forgery(
                        "oid not a UUID",
                        t -> t.signed(claims().claim("oid", "1-1-1-1-1").build())),
                new Forgery(
                        "tid not text",
                        t -> t.signed(claims().claim("tid", List.of("x")).build())),
                new Forgery("alg none", t -> AccessTokens.unsigned(claims().build())),
                new Forgery("HS256 with the public key", t -> t.signedWithThePublicKeyAsSecret(claims().build())),
                new Forgery("RS512", t -> t.signedWith(JWSAlgorithm.RS512, claims().build())),
                new Forgery("another key", t -> t.signedByAStranger(claims().build())),
                new Forgery("garbage", t -> "not.a.token"));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refusesTokensThatAreNotForThisService(Forgery forgery) throws Exception {
        assertThat(post(forgery.make().token(tokens)))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.WWW_AUTHENTICATE,
                        values -> assertThat(values.getFirst())
                                .startsWith("Bearer")
                                .contains("invalid_token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/graphiql"})
    void letsProbesAndThePageThroughWithoutAToken(String path) {
        assertThat(http.get().uri(path).exchange()).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/anything", "/actuator/env", "/graphql", "/webjars/react/18.3.1/package.json"})
    void guardsEverythingElse(String path) {
        assertThat(http.get().uri(path).exchange()).hasStatus(401);
    }

    @Test
    void keepsOperatorsEndpointsFromMembers() throws Exception {
        assertThat(http.get()
                        .uri("/actuator/env")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.signed(claims().build()))
                        .exchange())
                .hasStatus(403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void sendsSecurityHeadersAndNoCookie() throws Exception {
        assertThat(post(tokens.signed(claims().build())))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .headers()
                .doesNotContainHeader(HttpHeaders.SET_COOKIE);
    }

    private MvcTestResult post(String token) {
        return http.post()
                .uri("/graphql")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    record Forgery(String name, Maker make) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Maker {
        String token(AccessTokens tokens) throws Exception;
    }
}

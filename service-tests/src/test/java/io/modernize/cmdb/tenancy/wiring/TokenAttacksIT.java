package io.modernize.cmdb.tenancy.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.EngagementSelection;
import io.modernize.cmdb.tenancy.Membership;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.Role;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service over HTTP, as somebody sees it who would like to be let in, with two issuers that are not ours. The
 * table of {@code docs/attacks.md} is this list: {@code -Dattacks.write=true} writes it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
// Ends the service before its database is dropped.
@DirtiesContext
class TokenAttacksIT {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "attacks.md");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- tokens: begin -->\n).*(?=<!-- tokens: end -->)", Pattern.DOTALL);

    private static final String API = "8d1f0c52-7f0b-4a55-a7a4-3a8f6d9f0001";
    private static final UUID CONTOSO = UUID.fromString("5f0c6f0e-00a1-4000-8000-000000000001");
    private static final UUID FABRIKAM = UUID.fromString("5f0c6f0e-00b2-4000-8000-000000000002");
    private static final UUID UNREGISTERED = UUID.fromString("5f0c6f0e-00c3-4000-8000-000000000003");

    private static final KeyProvider CONTOSO_KEYS = new KeyProvider(List.of(), JWSAlgorithm.RS256.getName());
    private static final KeyProvider FABRIKAM_KEYS = new KeyProvider(List.of(), JWSAlgorithm.ES256.getName());
    private static final MockOAuth2Server CONTOSO_ISSUERS = issuers(CONTOSO_KEYS);
    private static final MockOAuth2Server FABRIKAM_ISSUERS = issuers(FABRIKAM_KEYS);

    private static final String ME = "{ me { role permissions } }";
    private static final String JOBS = "{ jobs { nodes { id } } }";
    private static final String REINDEX = "mutation { startReindex { __typename } }";

    private final AtomicInteger attackersRequests = new AtomicInteger();
    private final RSAKey attackersKey = newKey();
    private final List<TokenAttack> attacks = new ArrayList<>();

    /** Of Contoso's directory; an analyst of Northwind. */
    private final TokenForge analyst = contoso(new PrincipalIdentity(CONTOSO, UUID.randomUUID()));

    /** Of Contoso's directory; a viewer of Northwind. */
    private final TokenForge viewer = contoso(new PrincipalIdentity(CONTOSO, UUID.randomUUID()));

    /** Of Fabrikam's directory; an administrator of Harbor. */
    private final TokenForge administrator = new TokenForge(
            FABRIKAM_ISSUERS.issuerUrl("fabrikam").toString(),
            API,
            FABRIKAM_KEYS.signingKey("fabrikam"),
            new PrincipalIdentity(FABRIKAM, UUID.randomUUID()));

    @LocalServerPort
    private int port;

    @Autowired
    private ClientAccountRegistry registry;

    @Autowired
    private ReachedControllers reached;

    private HttpServer attackersServer;
    private ClientAccount northwind;
    private ClientAccount harbor;

    @DynamicPropertySource
    static void registerBothIssuers(DynamicPropertyRegistry settings) {
        TestDatabase.shared().createMigrated().properties().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("cmdb.embedding.prompt.enabled", () -> "false");
        settings.add("cmdb.embedding.job.schedule", () -> "-");
        settings.add(
                "cmdb.identity.issuers[0].issuer-uri",
                () -> CONTOSO_ISSUERS.issuerUrl("contoso").toString());
        settings.add("cmdb.identity.issuers[0].audiences", () -> API);
        settings.add("cmdb.identity.issuers[0].directory-tenant-id", CONTOSO::toString);
        settings.add(
                "cmdb.identity.issuers[1].issuer-uri",
                () -> FABRIKAM_ISSUERS.issuerUrl("fabrikam").toString());
        settings.add("cmdb.identity.issuers[1].audiences", () -> API + ",api://harbor");
        settings.add("cmdb.identity.issuers[1].directory-tenant-id", FABRIKAM::toString);
        settings.add("cmdb.identity.grants.access_as_user", () -> "*");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {
        @Bean
        ReachedControllers reachedControllers() {
            return new ReachedControllers(new AtomicInteger());
        }

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        WebGraphQlInterceptor countReached(ReachedControllers reached) {
            return (request, chain) -> {
                reached.count().incrementAndGet();
                return chain.next(request);
            };
        }
    }

    /** How many requests went past the gate. */
    record ReachedControllers(AtomicInteger count) {}

    @BeforeAll
    void beginAnew() throws IOException {
        northwind = registry.ensureClientAccount(new Slug("northwind"), "Northwind");
        harbor = registry.ensureClientAccount(new Slug("harbor"), "Harbor");
        grant(analyst, northwind, Role.ANALYST);
        grant(viewer, northwind, Role.VIEWER);
        grant(administrator, harbor, Role.ADMINISTRATOR);
        attackersServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attackersServer.createContext("/", exchange -> {
            attackersRequests.incrementAndGet();
            byte[] keys = new JWKSet(attackersKey).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        attackersServer.start();
        controls();
        signatures();
        keys();
        issuersAndAudiences();
        times();
        identities();
        kinds();
        grants();
        transports();
        clientAccounts();
    }

    @AfterAll
    void stopServers() {
        attackersServer.stop(0);
        CONTOSO_ISSUERS.shutdown();
        FABRIKAM_ISSUERS.shutdown();
    }

    List<TokenAttack> attacks() {
        return attacks;
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void leadsToWhatTheTableSays(TokenAttack attack) {
        int before = reached.count().get();

        RawHttp.Answer answer = attack.send().apply(new RawHttp(port));

        assertThat(answer.status() + " " + answer.code())
                .as(answer.text())
                .isEqualTo(attack.status() + " " + attack.code());
        if (attack.status() == 200) {
            assertThat(reached.count()).hasValueGreaterThan(before);
        } else {
            assertThat(reached.count()).as("requests that went past the gate").hasValue(before);
        }
        assertThat(answer.text()).doesNotContain("eyJ", "Exception", "\tat ");
        assertThat(attackersRequests).as("requests to an address in a token").hasValue(0);
    }

    @Test
    void isTheTableOfTheDocumentation() throws IOException {
        String documented = Files.readString(DOCUMENTATION);
        Matcher table = TABLE.matcher(documented);
        assertThat(table.find())
                .as("the place of the table in " + DOCUMENTATION)
                .isTrue();
        if (Boolean.getBoolean("attacks.write")) {
            Files.writeString(DOCUMENTATION, table.replaceFirst(Matcher.quoteReplacement(table())));
            return;
        }

        assertThat(table.group()).isEqualTo(table());
        assertThat(attacks.stream()
                        .filter(attack ->
                                attack.status() != 200 || !attack.code().isEmpty()))
                .hasSizeGreaterThan(30);
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        String group = "";
        for (TokenAttack attack : attacks) {
            if (!attack.group().equals(group)) {
                group = attack.group();
                table.append("\n**").append(group).append("**\n\n| sent | answer |\n|---|---|\n");
            }
            table.append(attack.row()).append('\n');
        }
        return table.append('\n').toString();
    }

    private void controls() {
        String group = "Good tokens, for comparison";
        token(group, "an application's token, from the issuer's token endpoint", 200, "", this::clientCredentials);
        token(group, "the other issuer's token, signed with ES256", 200, "", administrator::good);
        token(
                group,
                "several audiences, this service's among them",
                200,
                "",
                () -> analyst.with(claims -> claims.audience(List.of("another", API))));
        token(
                group,
                "a valid signature, the header without `kid`",
                200,
                "",
                () -> analyst.withHeader(header -> header.keyID(null)));
        token(
                group,
                "a person's token with scopes and app roles",
                200,
                "",
                () -> analyst.with(claims -> claims.claim("scp", "access_as_user")));
        token(
                group,
                "a person's token with a scope that is a permission",
                200,
                "",
                () -> analyst.with(
                        claims -> claims.claim("scp", "openid data.full_access").claim("roles", null)));
        request(
                group,
                "`authorization: bearer …`, in lower case",
                200,
                "",
                http -> post(http, ME, "authorization: bearer " + analyst.good()));
    }

    private void signatures() {
        String group = "Signature";
        RSAKey issuersKey = analyst.key().toRSAKey();
        token(group, "algorithm `none`", 401, "ALGORITHM", analyst::unsigned);
        token(
                group,
                "algorithm `nOnE`, no signature",
                401,
                "MALFORMED",
                () -> analyst.unsignedWithHeader("{\"alg\":\"nOnE\"}"));
        token(
                group,
                "algorithm `nOnE`, some signature",
                401,
                "ALGORITHM",
                () -> analyst.replacing(
                        0, header -> Base64URL.encode("{\"alg\":\"nOnE\"}").toString()));
        token(
                group,
                "HS256 with the issuer's public key (DER) as the secret",
                401,
                "ALGORITHM",
                () -> analyst.signedWithSecret(encoded(issuersKey)));
        token(
                group,
                "HS256 with the issuer's public key (PEM) as the secret",
                401,
                "ALGORITHM",
                () -> analyst.signedWithSecret(pem(issuersKey)));
        token(
                group,
                "HS256 with the text of the issuer's key set as the secret",
                401,
                "ALGORITHM",
                () -> analyst.signedWithSecret(new JWKSet(issuersKey).toString().getBytes(StandardCharsets.UTF_8)));
        token(group, "RS512 with the issuer's own key", 401, "ALGORITHM", () -> analyst.signedWith(JWSAlgorithm.RS512));
        token(group, "PS256 with the issuer's own key", 401, "ALGORITHM", () -> analyst.signedWith(JWSAlgorithm.PS256));
        token(group, "encrypted (JWE) instead of signed", 401, "ALGORITHM", () -> analyst.encryptedFor(issuersKey));
        token(
                group,
                "another key under the issuer's `kid`",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(attackersKey, header -> header));
        token(
                group,
                "a changed payload",
                401,
                "SIGNATURE",
                () -> analyst.replacing(1, TokenForge.decoded(text -> text.replace("somebody", "somebod1"))));
        token(
                group,
                "a changed header",
                401,
                "SIGNATURE",
                () -> analyst.replacing(0, TokenForge.decoded(text -> text.replace("{", "{\"typ\":\"JWT\","))));
        token(
                group,
                "a changed signature",
                401,
                "SIGNATURE",
                () -> analyst.replacing(
                        2, signature -> (signature.startsWith("A") ? "B" : "A") + signature.substring(1)));
        token(
                group,
                "the signature of another good token",
                401,
                "SIGNATURE",
                () -> analyst.replacing(2, signature -> viewer.good().split("\\.")[2]));
        token(group, "no signature after the last dot", 401, "MALFORMED", () -> analyst.replacing(2, signature -> ""));
        token(
                group,
                "an ECDSA signature of zeros",
                401,
                "SIGNATURE",
                () -> administrator.replacing(2, signature -> "A".repeat(86)));
        token(
                group,
                "ES256 in the header, the issuer's RSA key behind it",
                401,
                "SIGNATURE",
                () -> analyst.replacing(0, TokenForge.decoded(text -> text.replace("RS256", "ES256"))));
    }

    private void keys() {
        String group = "Key";
        token(
                group,
                "an unknown `kid`",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(attackersKey, header -> header.keyID("unknown")));
        token(
                group,
                "no `kid`, another key",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(attackersKey, header -> header.keyID(null)));
        token(
                group,
                "`kid` is a path: `../../../../dev/null`",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(attackersKey, header -> header.keyID("../../../../dev/null")));
        token(
                group,
                "`kid` is SQL: `x' union select 'secret' --`",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(attackersKey, header -> header.keyID("x' union select 'secret' --")));
        token(
                group,
                "`kid` is the address of another key set",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(
                        attackersKey, header -> header.keyID(attackersAddress().toString())));
        token(
                group,
                "`jku` is the address of another key set",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(
                        attackersKey,
                        header -> header.keyID(attackersKey.getKeyID()).jwkURL(attackersAddress())));
        token(
                group,
                "`x5u` is the address of a certificate",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(
                        attackersKey,
                        header -> header.keyID(attackersKey.getKeyID()).x509CertURL(attackersAddress())));
        token(
                group,
                "`jwk` is the key that signed",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(
                        attackersKey,
                        header -> header.keyID(attackersKey.getKeyID()).jwk(attackersKey.toPublicJWK())));
        token(
                group,
                "`crit` names what nobody knows, signed by the issuer",
                401,
                "SIGNATURE",
                () -> analyst.withHeader(
                        header -> header.criticalParams(Set.of("x")).customParam("x", 1)));
    }

    private void issuersAndAudiences() {
        String group = "Issuer and audience";
        String stranger = CONTOSO_ISSUERS.issuerUrl("stranger").toString();
        token(
                group,
                "an issuer that is not registered, on a registered host",
                401,
                "ISSUER_UNKNOWN",
                () -> new TokenForge(stranger, API, CONTOSO_KEYS.signingKey("stranger"), analyst.identity()).good());
        token(
                group,
                "an issuer at the attacker's address",
                401,
                "ISSUER_UNKNOWN",
                () -> new TokenForge(attackersAddress().toString(), API, attackersKey, analyst.identity()).good());
        token(
                group,
                "the issuer with a slash behind it",
                401,
                "ISSUER_UNKNOWN",
                () -> analyst.with(claims -> claims.issuer(analyst.issuer() + "/")));
        token(
                group,
                "the issuer in upper case",
                401,
                "ISSUER_UNKNOWN",
                () -> analyst.with(claims -> claims.issuer(analyst.issuer().replace("contoso", "CONTOSO"))));
        token(group, "no issuer", 401, "CLAIM_MISSING", () -> analyst.with(claims -> claims.issuer(null)));
        token(
                group,
                "one registered issuer, signed by the other",
                401,
                "SIGNATURE",
                () -> analyst.signedBy(administrator.key(), header -> administrator.header()));
        token(group, "no audience", 401, "AUDIENCE", () -> analyst.with(claims -> claims.audience(List.of())));
        token(
                group,
                "another API of the same issuer as the audience",
                401,
                "AUDIENCE",
                () -> analyst.with(claims -> claims.audience("00000003-0000-0000-c000-000000000000")));
        token(
                group,
                "an audience that only the other issuer may name",
                401,
                "AUDIENCE",
                () -> analyst.with(claims -> claims.audience("api://harbor")));
        token(
                group,
                "the audience in upper case",
                401,
                "AUDIENCE",
                () -> analyst.with(claims -> claims.audience(API.toUpperCase(Locale.ROOT))));
    }

    private void times() {
        String group = "Time";
        Instant now = Instant.now();
        token(
                group,
                "expired",
                401,
                "TOKEN_EXPIRED",
                () -> analyst.with(claims -> claims.expirationTime(Date.from(now.minusSeconds(120)))));
        token(group, "without expiry", 401, "CLAIM_MISSING", () -> analyst.with(claims -> claims.expirationTime(null)));
        token(
                group,
                "an expiry that is a text",
                401,
                "MALFORMED",
                () -> analyst.withPayload(payload -> payload.replaceFirst("\"exp\":\\d+", "\"exp\":\"never\"")));
        token(
                group,
                "not valid yet",
                401,
                "TOKEN_NOT_YET_VALID",
                () -> analyst.with(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(600)))));
    }

    private void identities() {
        String group = "Identity";
        String oid = analyst.identity().objectId().toString();
        token(group, "no `tid`", 401, "CLAIM_MISSING", () -> analyst.with(claims -> claims.claim("tid", null)));
        token(group, "no `oid`", 401, "CLAIM_MISSING", () -> analyst.with(claims -> claims.claim("oid", null)));
        token(
                group,
                "`tid` is not a UUID",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("tid", "contoso")));
        token(
                group,
                "`oid` is a UUID in short form: `1-1-1-1-1`",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("oid", "1-1-1-1-1")));
        token(
                group,
                "`oid` is an array",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("oid", List.of(oid))));
        token(group, "`tid` is a number", 401, "CLAIM_INVALID", () -> analyst.with(claims -> claims.claim("tid", 1)));
        token(
                group,
                "`tid` of the other registered issuer, `oid` of an administrator there",
                401,
                "DIRECTORY",
                () -> analyst.with(claims -> claims.claim("tid", FABRIKAM.toString())
                        .claim("oid", administrator.identity().objectId().toString())));
        token(
                group,
                "`tid` of a directory that nobody registered",
                401,
                "DIRECTORY",
                () -> analyst.with(claims -> claims.claim("tid", UNREGISTERED.toString())));
        token(
                group,
                "`tid` and `oid` swapped",
                401,
                "DIRECTORY",
                () -> analyst.with(claims -> claims.claim("tid", oid).claim("oid", CONTOSO.toString())));
        token(
                group,
                "`oid` of another directory's administrator under the own `tid`",
                200,
                "NOT_A_MEMBER",
                () -> analyst.with(claims ->
                        claims.claim("oid", administrator.identity().objectId().toString())));
    }

    private void kinds() {
        String group = "Kind of token";
        token(
                group,
                "version 1.0, by `ver`",
                401,
                "TOKEN_VERSION",
                () -> analyst.with(claims -> claims.claim("ver", "1.0")));
        token(
                group,
                "version 1.0, by the issuer `https://sts.windows.net/…`",
                401,
                "TOKEN_VERSION",
                () -> analyst.with(claims -> claims.issuer("https://sts.windows.net/" + CONTOSO + "/")));
        token(
                group,
                "an ID token, by `nonce`",
                401,
                "TOKEN_KIND",
                () -> analyst.with(claims -> claims.claim("nonce", "n-0S6_WzA2Mj")));
        token(
                group,
                "an ID token, by `at_hash`",
                401,
                "TOKEN_KIND",
                () -> analyst.with(claims -> claims.claim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
        token(
                group,
                "an ID token, by the client as the audience",
                401,
                "AUDIENCE",
                () -> analyst.with(claims -> claims.audience("web-ui")));
        token(
                group,
                "a logout token (`typ`)",
                401,
                "TOKEN_KIND",
                () -> analyst.withHeader(header -> header.type(new JOSEObjectType("logout+jwt"))));
    }

    private void grants() {
        String group = "What the token grants, and what the membership allows";
        token(
                group,
                "neither app roles nor scopes",
                403,
                "TOKEN_GRANTS_NOTHING",
                () -> analyst.with(claims -> claims.claim("roles", null)));
        token(
                group,
                "app roles that stand for nothing here",
                403,
                "TOKEN_GRANTS_NOTHING",
                () -> analyst.with(claims ->
                        claims.claim("roles", List.of("Administrator", "*", "data.*", "ROLE_administrator"))));
        token(
                group,
                "the name of a role as a scope",
                403,
                "TOKEN_GRANTS_NOTHING",
                () -> analyst.with(claims -> claims.claim("roles", null).claim("scp", "administrator")));
        token(
                group,
                "good app roles, scopes that stand for nothing",
                403,
                "TOKEN_GRANTS_NOTHING",
                () -> analyst.with(claims -> claims.claim("scp", "openid profile")));
        token(
                group,
                "`roles` is a text",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("roles", "administrator")));
        token(
                group,
                "`roles` is an object",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("roles", Map.of("administrator", true))));
        token(
                group,
                "`roles` has an array inside",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("roles", List.of(List.of("administrator")))));
        token(
                group,
                "`scp` is an array",
                401,
                "CLAIM_INVALID",
                () -> analyst.with(claims -> claims.claim("scp", List.of("access_as_user"))));
        asking(
                group,
                "an administrator's app role, a viewer's membership: `jobs`",
                200,
                "NOT_PERMITTED",
                JOBS,
                viewer::good);
        asking(
                group,
                "an administrator's app role, an analyst's membership: `startReindex`",
                200,
                "NOT_PERMITTED",
                REINDEX,
                analyst::good);
        asking(
                group,
                "an agent's app role, an administrator's membership: `startReindex`",
                200,
                "NOT_PERMITTED",
                REINDEX,
                () -> administrator.with(claims -> claims.claim("roles", List.of("agent"))));
        asking(
                group,
                "an administrator's app role, a narrower scope: `startReindex`",
                200,
                "NOT_PERMITTED",
                REINDEX,
                () -> administrator.with(claims -> claims.claim("scp", "data.vector_search")));
        request(
                group,
                "a token that was good for `jobs` until the membership was lowered a moment ago",
                200,
                "NOT_PERMITTED",
                this::staleRole);
    }

    private void transports() {
        String group = "Way of sending";
        request(group, "no token", 401, "TOKEN_MISSING", http -> post(http, ME));
        request(group, "`Bearer` and nothing", 401, "MALFORMED", http -> post(http, ME, "Authorization: Bearer "));
        request(
                group,
                "scheme `Basic`",
                401,
                "TOKEN_MISSING",
                http -> post(
                        http,
                        ME,
                        "Authorization: Basic "
                                + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8))));
        request(
                group,
                "a good token under scheme `Token`",
                401,
                "TOKEN_MISSING",
                http -> post(http, ME, "Authorization: Token " + analyst.good()));
        request(
                group,
                "the header twice, both good",
                400,
                "AUTHORIZATION_AMBIGUOUS",
                http -> post(
                        http, ME, "Authorization: Bearer " + analyst.good(), "Authorization: Bearer " + viewer.good()));
        request(
                group,
                "the header twice, in different case, one of them another scheme",
                400,
                "AUTHORIZATION_AMBIGUOUS",
                http -> post(http, ME, "Authorization: Bearer " + analyst.good(), "AUTHORIZATION: Basic eDp5"));
        request(
                group,
                "two tokens in one header, with a comma",
                401,
                "MALFORMED",
                http -> post(http, ME, "Authorization: Bearer " + analyst.good() + "," + viewer.good()));
        request(
                group,
                "two tokens in one header, with a space",
                401,
                "MALFORMED",
                http -> post(http, ME, "Authorization: Bearer " + analyst.good() + " " + viewer.good()));
        request(
                group,
                "a good token in the address",
                401,
                "TOKEN_MISSING",
                http -> http.post("/graphql?access_token=" + analyst.good(), List.of(), "application/json", body(ME)));
        request(
                group,
                "a good token in a form",
                401,
                "TOKEN_MISSING",
                http -> http.post(
                        "/graphql", List.of(), "application/x-www-form-urlencoded", "access_token=" + analyst.good()));
        request(
                group,
                "a good token in a cookie",
                401,
                "TOKEN_MISSING",
                http -> post(
                        http,
                        ME,
                        "Cookie: access_token=" + analyst.good() + "; Authorization=Bearer " + analyst.good()));
        request(
                group,
                "a good token in `X-Forwarded-Authorization`",
                401,
                "TOKEN_MISSING",
                http -> post(http, ME, "X-Forwarded-Authorization: Bearer " + analyst.good()));
        token(group, "two parts instead of three", 401, "MALFORMED", () -> {
            String good = analyst.good();
            return good.substring(0, good.lastIndexOf('.'));
        });
        token(group, "four parts", 401, "MALFORMED", () -> analyst.good() + ".e30");
        token(group, "two dots and nothing else", 401, "MALFORMED", () -> "..");
        token(group, "a tab inside the token", 401, "MALFORMED", () -> analyst.replacing(1, part -> part + "\t"));
        token(
                group,
                "letters of another script in the token",
                401,
                "MALFORMED",
                () -> analyst.replacing(1, part -> "е" + part.substring(1)));
        token(group, "`%00` inside the token", 401, "MALFORMED", () -> analyst.replacing(1, part -> part + "%00"));
        token(
                group,
                "longer than the server takes headers (8 KB)",
                400,
                "MALFORMED_REQUEST",
                () -> analyst.with(claims -> claims.claim("groups", "x".repeat(20_000))));
    }

    private void clientAccounts() {
        String group = "Smuggling of another client account";
        Supplier<String> own = () -> northwind.id().toString();
        Supplier<String> foreign = () -> harbor.id().toString();
        header(
                group,
                "`X-Client-Account-Id` of another's",
                200,
                "NOT_A_MEMBER",
                () -> List.of("X-Client-Account-Id: " + foreign.get()));
        header(
                group,
                "`X-Client-Account-Id` of nobody's",
                200,
                "NOT_A_MEMBER",
                () -> List.of("X-Client-Account-Id: " + UUID.randomUUID()));
        header(
                group,
                "`X-Client-Account-Id` twice, the own one first",
                200,
                "BAD_INPUT",
                () -> List.of("X-Client-Account-Id: " + own.get(), "X-Client-Account-Id: " + foreign.get()));
        header(
                group,
                "`X-Client-Account-Id` twice, in different case",
                200,
                "BAD_INPUT",
                () -> List.of("X-Client-Account-Id: " + own.get(), "x-client-account-id: " + foreign.get()));
        header(
                group,
                "`X-Client-Account-Id` with a list of two",
                200,
                "BAD_INPUT",
                () -> List.of("X-Client-Account-Id: " + own.get() + ", " + foreign.get()));
        header(
                group,
                "`X-Client-Account-Id` is SQL",
                200,
                "BAD_INPUT",
                () -> List.of("X-Client-Account-Id: " + own.get() + "' or '1'='1"));
        header(
                group,
                "`X-Engagement-Id` of nobody's",
                200,
                "ENGAGEMENT_UNKNOWN",
                () -> List.of("X-Engagement-Id: " + UUID.randomUUID()));
        header(
                group,
                "`X_Client_Account_Id` of another's: not the header, the own account answers",
                200,
                "",
                () -> List.of("X_Client_Account_Id: " + foreign.get()));
    }

    private void token(String group, String what, int status, String code, Supplier<String> token) {
        asking(group, what, status, code, ME, token);
    }

    private void asking(String group, String what, int status, String code, String document, Supplier<String> token) {
        request(group, what, status, code, http -> post(http, document, "Authorization: Bearer " + token.get()));
    }

    private void header(String group, String what, int status, String code, Supplier<List<String>> headers) {
        request(group, what, status, code, http -> {
            List<String> all = new ArrayList<>(headers.get());
            all.add("Authorization: Bearer " + analyst.good());
            return post(http, ME, all.toArray(String[]::new));
        });
    }

    private void request(String group, String what, int status, String code, Function<RawHttp, RawHttp.Answer> send) {
        attacks.add(new TokenAttack(group, what, status, code, send));
    }

    private static RawHttp.Answer post(RawHttp http, String document, String... headers) {
        return http.post("/graphql", List.of(headers), "application/json", body(document));
    }

    private static String body(String document) {
        return "{\"query\":\"" + document + "\"}";
    }

    /** The role is that of the moment, not that of the token. */
    private RawHttp.Answer staleRole(RawHttp http) {
        TokenForge somebody = contoso(new PrincipalIdentity(CONTOSO, UUID.randomUUID()));
        grant(somebody, northwind, Role.ANALYST);
        String header = "Authorization: Bearer " + somebody.good();
        RawHttp.Answer before = post(http, JOBS, header);
        if (before.status() != 200 || !before.code().isEmpty()) {
            return before;
        }
        grant(somebody, northwind, Role.VIEWER);
        return post(http, JOBS, header);
    }

    private void grant(TokenForge forge, ClientAccount account, Role role) {
        registry.saveMembership(new Membership(forge.identity(), account.id(), role, new EngagementSelection.All()));
    }

    private String clientCredentials() {
        CONTOSO_ISSUERS.enqueueCallback(new DefaultOAuth2TokenCallback(
                "contoso",
                "service",
                "JWT",
                List.of(API),
                Map.of(
                        "tid", CONTOSO.toString(),
                        "oid", analyst.identity().objectId().toString(),
                        "ver", "2.0",
                        "idtyp", "app",
                        "roles", List.of("data.vector_search"))));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(CONTOSO_ISSUERS.tokenEndpointUrl("contoso").toString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=agent&client_secret=secret&scope=api%2F.default"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Matcher token = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            assertThat(token.find()).isTrue();
            return token.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI attackersAddress() {
        return URI.create("http://localhost:" + attackersServer.getAddress().getPort() + "/keys");
    }

    private static TokenForge contoso(PrincipalIdentity identity) {
        return new TokenForge(
                CONTOSO_ISSUERS.issuerUrl("contoso").toString(), API, CONTOSO_KEYS.signingKey("contoso"), identity);
    }

    private static MockOAuth2Server issuers(KeyProvider keys) {
        MockOAuth2Server server =
                new MockOAuth2Server(new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys)));
        server.start();
        return server;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("attacker").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(RSAKey key) {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(RSAKey key) {
        return ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded(key))
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package io.modernize.cmdb.tenancy.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.modernize.cmdb.tenancy.identity.wiring.SecureHttp;
import io.modernize.cmdb.tenancy.identity.wiring.SecurityTestApplication;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SecurityTestApplication.class)
@ActiveProfiles("local")
class LocalSignInTests {
    private static final String REDIRECT_URI = "http://localhost:8080/graphiql";
    private static final String VERIFIER = "a".repeat(64);

    @Autowired
    private WebApplicationContext context;

    private MockMvcTester http;

    @BeforeEach
    void setUp() {
        http = SecureHttp.of(context);
    }

    @ParameterizedTest
    @CsvSource({
        "northwind-agent, demo-only-northwind, 5f0c6f0e-0001-4000-8000-0000000000a1",
        "harbor-agent, demo-only-harbor, 5f0c6f0e-0002-4000-8000-0000000000a2",
        "evaluation-agent, demo-only-evaluation, 5f0c6f0e-0003-4000-8000-0000000000a3"
    })
    void givesServicesTokensOfTheirOwnIdentity(String client, String secret, String objectId) throws Exception {
        MvcTestResult answer = clientCredentials(client, secret);

        assertThat(answer).hasStatusOk();
        assertThat(graphql(accessToken(answer)))
                .hasStatusOk()
                .bodyText()
                .startsWith(client + " ")
                .endsWith(" " + objectId);
    }

    @Test
    void refusesAWrongSecret() {
        assertThat(clientCredentials("northwind-agent", "demo-only-harbor")).hasStatus(401);
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        MockHttpSession session = new MockHttpSession();

        assertThat(login(session, "nina@northwind.example", "demo-only-northwind"))
                .hasRedirectedUrl("/login?error");
        assertThat(login(session, "nobody@northwind.example", "demo-only-nina")).hasRedirectedUrl("/login?error");
    }

    @Test
    void signsPeopleInThroughAPublicClientWithProofKey() throws Exception {
        MockHttpSession session = signIn("nina@northwind.example", "demo-only-nina");
        String code = code(authorize(session, challenge()));

        MvcTestResult answer = redeem(code, VERIFIER);

        assertThat(answer).hasStatusOk();
        assertThat(graphql(accessToken(answer)))
                .hasStatusOk()
                .bodyText()
                .startsWith("nina@northwind.example ")
                .endsWith(" 5f0c6f0e-0001-4000-8000-0000000000b1");
    }

    @Test
    void requiresTheProofKey() throws Exception {
        MockHttpSession session = signIn("hal@harbor.example", "demo-only-hal");

        assertThat(authorize(session, null))
                .hasStatus3xxRedirection()
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.LOCATION,
                        values -> assertThat(values.getFirst())
                                .contains("error=invalid_request", "code_challenge")
                                .doesNotContain("code="));
        assertThat(redeem(code(authorize(session, challenge())), "b".repeat(64)))
                .hasStatus(400);
    }

    @Test
    void sendsCodesToRegisteredAddressesOnly() throws Exception {
        MockHttpSession session = signIn("hal@harbor.example", "demo-only-hal");

        assertThat(http.perform(MockMvcRequestBuilders.get(
                                "/oauth2/authorize?response_type=code&client_id=graphiql"
                                    + "&redirect_uri=https://evil.example/&code_challenge={c}&code_challenge_method=S256",
                                challenge())
                        .session(session)
                        .accept(MediaType.TEXT_HTML)))
                .hasStatus(400);
    }

    @Test
    void sendsBrowsersToTheLoginForm() {
        assertThat(http.get()
                        .uri("/oauth2/authorize?response_type=code&client_id=graphiql&redirect_uri=" + REDIRECT_URI
                                + "&code_challenge=x&code_challenge_method=S256")
                        .accept(MediaType.TEXT_HTML)
                        .exchange())
                .hasStatus3xxRedirection()
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.LOCATION,
                        values -> assertThat(values.getFirst()).endsWith("/login"));
    }

    @Test
    void doesNotTakeALoginSessionForAToken() throws Exception {
        MockHttpSession session = signIn("nina@northwind.example", "demo-only-nina");

        assertThat(http.perform(MockMvcRequestBuilders.post("/graphql").session(session)))
                .hasStatus(401);
        assertThat(http.perform(MockMvcRequestBuilders.get("/anything").session(session)))
                .hasStatus(401);
    }

    @Test
    void doesNotTakeAnIdTokenForAnAccessToken() throws Exception {
        MockHttpSession session = signIn("nina@northwind.example", "demo-only-nina");
        MvcTestResult answer = redeem(code(authorize(session, challenge())), VERIFIER);
        String idToken = read(answer).idToken();

        assertThat(graphql(Objects.requireNonNull(idToken))).hasStatus(401);
    }

    private MvcTestResult clientCredentials(String client, String secret) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return http.post()
                .uri("/oauth2/token")
                .header(HttpHeaders.AUTHORIZATION, "Basic " + basic)
                .param("grant_type", "client_credentials")
                .exchange();
    }

    private MockHttpSession signIn(String user, String password) throws Exception {
        MockHttpSession session = new MockHttpSession();
        MvcTestResult result = login(session, user, password);
        assertThat(result).hasRedirectedUrl("/");
        HttpSession authenticated = result.getRequest().getSession(false);
        assertThat(authenticated).isNotNull();
        return session;
    }

    private MvcTestResult login(MockHttpSession session, String user, String password) throws Exception {
        String form = http.perform(MockMvcRequestBuilders.get("/login").session(session))
                .getResponse()
                .getContentAsString();
        String token = form.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        return http.perform(MockMvcRequestBuilders.post("/login")
                .session(session)
                .param("username", user)
                .param("password", password)
                .param("_csrf", token));
    }

    private MvcTestResult authorize(MockHttpSession session, @Nullable String challenge) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/oauth2/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "graphiql")
                .queryParam("scope", "openid")
                .queryParam("state", "s")
                .queryParam("redirect_uri", REDIRECT_URI);
        if (challenge != null) {
            uri.queryParam("code_challenge", challenge).queryParam("code_challenge_method", "S256");
        }
        return http.perform(MockMvcRequestBuilders.get(uri.build().toUriString())
                .session(session)
                .accept(MediaType.TEXT_HTML));
    }

    private MvcTestResult redeem(String code, String verifier) {
        return http.post()
                .uri("/oauth2/token")
                .param("grant_type", "authorization_code")
                .param("client_id", "graphiql")
                .param("redirect_uri", REDIRECT_URI)
                .param("code", code)
                .param("code_verifier", verifier)
                .exchange();
    }

    private MvcTestResult graphql(String token) {
        return http.post()
                .uri("/graphql")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static String code(MvcTestResult redirect) {
        String location = Objects.requireNonNull(redirect.getResponse().getHeader(HttpHeaders.LOCATION));
        return Objects.requireNonNull(UriComponentsBuilder.fromUriString(location)
                .build()
                .getQueryParams()
                .getFirst("code"));
    }

    private static String challenge() throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String accessToken(MvcTestResult answer) throws Exception {
        return read(answer).accessToken();
    }

    private static Tokens read(MvcTestResult answer) throws Exception {
        return new JsonMapper()
                .readerFor(Tokens.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(answer.getResponse().getContentAsString());
    }

    private record Tokens(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("id_token") @Nullable String idToken) {}
}

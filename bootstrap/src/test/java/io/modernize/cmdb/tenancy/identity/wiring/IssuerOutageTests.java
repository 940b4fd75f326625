package io.modernize.cmdb.tenancy.identity.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.Await;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Through all filters, with an issuer that is asked over HTTP. */
class IssuerOutageTests {
    /** Asked as often as there is reason to, so that nothing has to be waited for. */
    private static final String EAGER = "cmdb.identity.keys.between-fetches=1ms";

    private static final String[] SHORT_LIVED_KEYS = {
        EAGER,
        "cmdb.identity.keys.time-to-live=2s",
        "cmdb.identity.keys.refresh-ahead=20ms",
        "cmdb.identity.keys.longest-wait=1900ms",
        "cmdb.identity.keys.outage=1s"
    };

    private final MortalIssuer issuer = new MortalIssuer();
    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withUserConfiguration(SecurityTestApplication.class)
            .withPropertyValues(
                    SecurityTestApplication.WITHOUT_AUTHORIZATION_SERVER,
                    "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer.uri(),
                    "spring.security.oauth2.resourceserver.jwt.audiences=cmdb-similarity");

    @AfterEach
    void stopTheIssuer() {
        issuer.close();
    }

    @Test
    void answersTryAgainUntilAnIssuerThatWasDownAtStartIsThere() {
        service.withPropertyValues(EAGER).run(context -> {
            assertThat(post(context, issuer.token()))
                    .hasStatus(503)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .hasHeader(HttpHeaders.RETRY_AFTER, "10")
                    .bodyText()
                    .contains("\"code\":\"ISSUER_UNAVAILABLE\"");
            issuer.start();
            Await.until("keys and issuer are as callers see them", () -> status(context, issuer.token()) == 200);
        });
    }

    @Test
    void goesOnWithTheKeysItKnowsWhileTheIssuerIsDown() {
        issuer.start();
        service.withPropertyValues(EAGER).run(context -> {
            assertThat(post(context, issuer.token())).hasStatus(200);
            issuer.stop();

            assertThat(post(context, issuer.token())).hasStatus(200);
            assertThat(post(context, issuer.tokenOfUnknownKey()))
                    .as("whether the issuer has a new key cannot be known")
                    .hasStatus(503);
            assertThat(post(context, issuer.token())).hasStatus(200);

            issuer.changeKey();
            issuer.start();
            Await.until("keys and issuer are as callers see them", () -> status(context, issuer.token()) == 200);
        });
    }

    @Test
    void fetchesANewKeyOnce() {
        issuer.start();
        service.run(context -> {
            assertThat(post(context, issuer.token())).hasStatus(200);
            issuer.changeKey();

            IntStream.range(0, 5)
                    .forEach(i -> assertThat(post(context, issuer.token())).hasStatus(200));
            assertThat(issuer.fetches()).isEqualTo(2);
        });
    }

    @Test
    void doesNotPassOnAFloodOfUnknownKeys() {
        issuer.start();
        service.withPropertyValues("cmdb.identity.keys.between-fetches=1m").run(context -> {
            assertThat(post(context, issuer.token())).hasStatus(200);

            IntStream.range(0, 100)
                    .forEach(i -> assertThat(post(context, issuer.tokenOfUnknownKey()))
                            .hasStatus(401)
                            .bodyText()
                            .contains("\"code\":\"SIGNATURE\""));
            assertThat(issuer.fetches()).isEqualTo(2);
            assertThat(post(context, issuer.token())).hasStatus(200);
        });
    }

    @Test
    void forgetsAKeyThatTheIssuerHasWithdrawn() {
        issuer.start();
        service.withPropertyValues(SHORT_LIVED_KEYS).run(context -> {
            assertThat(post(context, issuer.token())).hasStatus(200);
            Supplier<String> old = issuer.tokensOfTheKeyOfNow();
            issuer.changeKey();

            // A new one each time: of one that was verified the signature is not looked at again for a minute.
            Await.until("keys and issuer are as callers see them", () -> status(context, old.get()) == 401);
        });
    }

    @Test
    void doesNotTrustTheLastKeysForEver() {
        issuer.start();
        service.withPropertyValues(SHORT_LIVED_KEYS).run(context -> {
            assertThat(post(context, issuer.token())).hasStatus(200);
            issuer.stop();

            Await.until("keys and issuer are as callers see them", () -> status(context, issuer.token()) == 503);
        });
    }

    private static int status(WebApplicationContext context, String token) {
        return post(context, token).getResponse().getStatus();
    }

    private static MvcTestResult post(WebApplicationContext context, String token) {
        MockMvcTester http = SecureHttp.of(context);
        return http.post()
                .uri("/graphql")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}

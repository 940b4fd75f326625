package io.modernize.cmdb.tenancy.identity.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProtectedResourceTests {
    private static final String METADATA = "/.well-known/oauth-protected-resource";

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withUserConfiguration(SecurityTestApplication.class)
            .withPropertyValues(
                    SecurityTestApplication.WITHOUT_AUTHORIZATION_SERVER,
                    "cmdb.identity.issuers[0].issuer-uri=https://issuer.example/one",
                    "cmdb.identity.issuers[0].audiences=api");

    @Test
    void namesTheConfiguredAddressAndNotTheHostOfTheRequest() {
        ask("https://cmdb.example.com/api", http -> {
            MvcTestResult answer = get(http, METADATA);

            assertThat(answer).hasStatusOk();
            assertThat(answer).bodyJson().extractingPath("$.resource").isEqualTo("https://cmdb.example.com/api");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.authorization_servers")
                    .isEqualTo(List.of("https://issuer.example/one"));
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.tls_client_certificate_bound_access_tokens")
                    .isEqualTo(false);
            assertThat(get(http, METADATA + "/elsewhere")).bodyText().doesNotContain("elsewhere", "evil");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "https://cmdb.example.com, https://cmdb.example.com" + METADATA,
        "https://cmdb.example.com/, https://cmdb.example.com" + METADATA,
        "https://cmdb.example.com:8443/api, https://cmdb.example.com:8443" + METADATA + "/api"
    })
    void tellsCallersWithoutATokenWhereTheMetadataIs(String resource, String metadata) {
        ask(
                resource,
                http -> assertThat(challenge(http))
                        .startsWith("Bearer")
                        .contains("resource_metadata=\"" + metadata + "\"")
                        .doesNotContain("evil"));
    }

    @Test
    void publishesNothingWithoutAnAddress() {
        ask("", http -> {
            MvcTestResult answer = get(http, METADATA);

            assertThat(answer).hasStatus(401);
            assertThat(answer).bodyText().doesNotContain("evil", "tls_client_certificate");
            assertThat(challenge(http)).isEqualTo("Bearer");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cmdb.example.com",
                "cmdb.example.com",
                "https:///graphql",
                "https://cmdb.example.com/?a=b",
                "https://cmdb.example.com/#a",
                "https://user@cmdb.example.com",
                "not an address"
            })
    void refusesWhatIsNoPublicAddress(String address) {
        assertThatExceptionOfType(InvalidIdentitySettingsException.class)
                .isThrownBy(() -> ProtectedResource.of(address, List.of()))
                .withMessageContaining(address)
                .extracting(InvalidIdentitySettingsException::remedy)
                .asString()
                .contains("https://cmdb.example.com");
    }

    private void ask(String resource, Consumer<MockMvcTester> question) {
        service.withPropertyValues("cmdb.identity.resource=" + resource).run(context -> {
            assertThat(context).hasNotFailed();
            question.accept(SecureHttp.of(context));
        });
    }

    private static String challenge(MockMvcTester http) {
        String challenge = get(http, "/graphql").getResponse().getHeader(HttpHeaders.WWW_AUTHENTICATE);
        assertThat(challenge).isNotNull();
        return challenge == null ? "" : challenge;
    }

    private static MvcTestResult get(MockMvcTester http, String path) {
        return http.get()
                .uri(path)
                .with(request -> {
                    request.setServerName("evil.example");
                    return request;
                })
                .exchange();
    }
}

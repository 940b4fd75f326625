package io.modernize.cmdb.tenancy.identity.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.SecurityFilterChain;

class TrustedIssuerStartTests {
    private static final String ISSUER =
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:9/not-running";
    private static final String AUDIENCE = "spring.security.oauth2.resourceserver.jwt.audiences=cmdb-similarity";

    private final WebApplicationContextRunner start =
            new WebApplicationContextRunner().withUserConfiguration(SecurityTestApplication.class);

    @Test
    void startsWhileTheIssuerIsDown() {
        start.withPropertyValues(ISSUER, AUDIENCE, SecurityTestApplication.WITHOUT_AUTHORIZATION_SERVER)
                .run(context -> assertThatThrownBy(() -> context.getBean(JwtDecoder.class)
                                .decode(strangersToken("http://127.0.0.1:9/not-running")))
                        .as("no verdict on the token, which BadJwtException would be")
                        .isExactlyInstanceOf(JwtException.class)
                        .hasMessageContaining("refused"));
    }

    @Test
    void hasNoAuthorizationServerNorUsersOutsideTheLocalProfile() {
        start.withPropertyValues(ISSUER, AUDIENCE, SecurityTestApplication.WITHOUT_AUTHORIZATION_SERVER)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(RegisteredClientRepository.class)
                        .doesNotHaveBean(UserDetailsService.class)
                        .doesNotHaveBean(LocalProperties.class)
                        .hasSingleBean(JwtDecoder.class)
                        .hasSingleBean(SecurityFilterChain.class));
    }

    @Test
    void hasNoAuthorizationServerEvenWhereTheStarterIsNotExcluded() {
        start.withPropertyValues(ISSUER, AUDIENCE).run(context -> {
            assertThat(context)
                    .doesNotHaveBean(RegisteredClientRepository.class)
                    .hasSingleBean(SecurityFilterChain.class);
            assertThat(context.getBean(JwtDecoder.class)).isInstanceOf(AccessTokenDecoder.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER, AUDIENCE, "unrelated=x"})
    void refusesToStartWithoutIssuerAndAudience(String onlySetting) {
        start.withPropertyValues(onlySetting)
                .run(context ->
                        assertThat(context).getFailure().rootCause().isInstanceOf(NoTrustedIssuerException.class));
    }

    static Stream<Arguments> badSettings() {
        String one = "cmdb.identity.issuers[0].issuer-uri=https://issuer.example/one";
        String two = "cmdb.identity.issuers[1].issuer-uri=https://issuer.example/two";
        String entra = "https://login.microsoftonline.com/5f0c6f0e-0001-4000-8000-000000000001/v2.0";
        String audience = "cmdb.identity.issuers[0].audiences=api";
        String audience2 = "cmdb.identity.issuers[1].audiences=api";
        String directory = ".directory-tenant-id=5f0c6f0e-0001-4000-8000-000000000001";
        return Stream.of(
                Arguments.of("issuers[0].audiences", List.of(one)),
                Arguments.of("issuers[0].audiences", List.of(one, "cmdb.identity.issuers[0].audiences= ")),
                Arguments.of("issuers[0].issuer-uri", List.of(audience)),
                Arguments.of(
                        "https://issuer.example/one is registered 2 times",
                        List.of(one, audience, two.replace("/two", "/one"), audience2)),
                Arguments.of(
                        "http://127.0.0.1:9/not-running is registered 2 times",
                        List.of(
                                ISSUER,
                                AUDIENCE,
                                "cmdb.identity.issuers[0].issuer-uri=http://127.0.0.1:9/not-running",
                                audience)),
                Arguments.of(
                        "5f0c6f0e-0001-4000-8000-000000000001 has issuers 2 times",
                        List.of(
                                "cmdb.identity.issuers[0].issuer-uri=" + entra,
                                audience,
                                two,
                                audience2,
                                "cmdb.identity.issuers[1]" + directory)),
                Arguments.of("name no directory", List.of(one, audience, two, audience2)),
                Arguments.of(
                        "another directory",
                        List.of(
                                "cmdb.identity.issuers[0].issuer-uri=" + entra,
                                audience,
                                "cmdb.identity.issuers[0].directory-tenant-id=" + UUID.randomUUID())),
                Arguments.of(
                        "common is not a directory",
                        List.of(
                                "cmdb.identity.issuers[0].issuer-uri=https://login.microsoftonline.com/common/v2.0",
                                audience)),
                Arguments.of(
                        "http://issuer.example/one is not reached by https",
                        List.of(one.replace("https:", "http:"), audience)),
                Arguments.of(
                        "http://localhost.issuer.example is not reached by https",
                        List.of("cmdb.identity.issuers[0].issuer-uri=http://localhost.issuer.example", audience)),
                Arguments.of(
                        "http://issuer.example/single is not reached by https",
                        List.of(ISSUER.replace("127.0.0.1:9/not-running", "issuer.example/single"), AUDIENCE)),
                Arguments.of(
                        "issuer.example is not reached by https",
                        List.of("cmdb.identity.issuers[0].issuer-uri=issuer.example", audience)),
                Arguments.of("no public address", List.of(one, audience, "cmdb.identity.resource=http://a.example")),
                Arguments.of(
                        "version 1.0",
                        List.of(
                                "cmdb.identity.issuers[0].issuer-uri=https://sts.windows.net/5f0c6f0e-0001/",
                                audience)),
                Arguments.of(
                        "\"data.everything\"",
                        List.of(one, audience, "cmdb.identity.grants.access_as_user=data.everything")));
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void refusesToStartWithContradictorySettings(String said, List<String> settings) {
        start.withPropertyValues(settings.toArray(String[]::new))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(InvalidIdentitySettingsException.class, refused -> {
                            assertThat(refused).hasMessageContaining(said);
                            assertThat(new InvalidIdentitySettingsFailureAnalyzer()
                                            .analyze(refused, refused)
                                            .getAction())
                                    .isEqualTo(refused.remedy());
                        }));
    }

    @Test
    void takesSeveralIssuersWithoutTheSingleOne() {
        start.withPropertyValues(
                        SecurityTestApplication.WITHOUT_AUTHORIZATION_SERVER,
                        "cmdb.identity.issuers[0].issuer-uri=http://127.0.0.1:9/not-running",
                        "cmdb.identity.issuers[0].audiences=cmdb-similarity",
                        "cmdb.identity.issuers[1].issuer-uri=http://127.0.0.1:9/neither",
                        "cmdb.identity.issuers[1].audiences=cmdb-similarity",
                        "cmdb.identity.issuers[1].directory-tenant-id=5f0c6f0e-0001-4000-8000-000000000001",
                        "cmdb.identity.grants.access_as_user=*")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(JwtDecoder.class));
    }

    private static String strangersToken(String issuer) throws Exception {
        return new AccessTokens(SigningKeys.first())
                .signed(AccessTokens.claims().issuer(issuer).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", ""})
    void keepsTheDemoIdentitiesOnThisMachine(String address) {
        start.withPropertyValues(ISSUER, AUDIENCE, "spring.profiles.active=local", "server.address=" + address)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("loopback interface only"));
    }

    @Test
    void saysWhatIsMissingAndWhatToSet() {
        // Other analyzers want a bean factory, which there is none of here: only whether ours is registered matters.
        FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {}))
                .stream()
                .filter(NoTrustedIssuerFailureAnalyzer.class::isInstance)
                .map(analyzer -> analyzer.analyze(new NoTrustedIssuerException(false, true)))
                .findFirst()
                .orElseThrow();

        assertThat(analysis.getDescription()).contains("jwt.audiences").doesNotContain("issuer-uri");
        assertThat(analysis.getAction()).contains("issuer-uri", "audiences", "spring.profiles.active=local");
    }
}

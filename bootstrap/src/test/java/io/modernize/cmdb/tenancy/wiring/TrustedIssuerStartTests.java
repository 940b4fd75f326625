package io.modernize.cmdb.tenancy.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
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
        start.withPropertyValues(ISSUER, AUDIENCE)
                .run(context -> assertThatThrownBy(() -> context.getBean(JwtDecoder.class)
                                .decode(AccessTokens.unsigned(
                                        AccessTokens.claims().build())))
                        .as("no verdict on the token, which BadJwtException would be")
                        .isExactlyInstanceOf(JwtException.class)
                        .hasMessageContaining("refused"));
    }

    @Test
    void hasNoAuthorizationServerNorUsersOutsideTheLocalProfile() {
        start.withPropertyValues(
                        ISSUER,
                        AUDIENCE,
                        "spring.autoconfigure.exclude=" + OAuth2AuthorizationServerAutoConfiguration.class.getName()
                                + "," + OAuth2AuthorizationServerJwtAutoConfiguration.class.getName())
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
        start.withPropertyValues(ISSUER, AUDIENCE)
                .run(context -> assertThat(context)
                        .doesNotHaveBean(RegisteredClientRepository.class)
                        .hasSingleBean(SecurityFilterChain.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUER, AUDIENCE, "unrelated=x"})
    void refusesToStartWithoutIssuerAndAudience(String onlySetting) {
        start.withPropertyValues(onlySetting)
                .run(context ->
                        assertThat(context).getFailure().rootCause().isInstanceOf(NoTrustedIssuerException.class));
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

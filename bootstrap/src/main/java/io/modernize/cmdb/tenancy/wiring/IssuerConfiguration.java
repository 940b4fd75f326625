package io.modernize.cmdb.tenancy.wiring;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Trusts the organisation's identity provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@Profile("!" + LocalProperties.PROFILE)
class IssuerConfiguration {
    /** Of each request to the issuer. While it waits, callers wait for it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * Checks the settings now and fetches the issuer's keys with the first token, again and again until that works: an
     * issuer that is down for a while keeps callers out but does not keep the service from starting.
     */
    @Bean
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties properties) {
        TrustedIssuer issuer = TrustedIssuer.from(properties.getJwt());
        return issuer.remembering(unavailableUntilInitialised(new SupplierJwtDecoder(() -> decoder(issuer))));
    }

    /** A decoder that cannot get at the keys is no verdict on the token: {@link ProblemResponses} answers 503. */
    private static JwtDecoder unavailableUntilInitialised(JwtDecoder decoder) {
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException(Objects.requireNonNullElse(rootCause(e).getMessage(), "no reason given"), e);
            }
        };
    }

    private static Throwable rootCause(Throwable failure) {
        return Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
    }

    private static JwtDecoder decoder(TrustedIssuer issuer) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer.issuerUri())
                .restOperations(new RestTemplate(requests))
                .jwsAlgorithms(algorithms -> algorithms.addAll(TrustedIssuer.ALGORITHMS))
                .build();
        decoder.setJwtValidator(issuer.validator());
        return decoder;
    }
}

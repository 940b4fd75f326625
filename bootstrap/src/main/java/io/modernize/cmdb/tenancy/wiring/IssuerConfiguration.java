package io.modernize.cmdb.tenancy.wiring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Trusts the organisation's identity provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@Profile("!" + LocalProperties.PROFILE)
class IssuerConfiguration {
    /**
     * Checks the settings now and fetches the issuer's keys with the first token, again and again until that works: an
     * issuer that is down for a while keeps callers out but does not keep the service from starting.
     */
    @Bean
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties properties) {
        TrustedIssuer issuer = TrustedIssuer.from(properties.getJwt());
        return new SupplierJwtDecoder(() -> decoder(issuer));
    }

    private static JwtDecoder decoder(TrustedIssuer issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer.issuerUri())
                .jwsAlgorithms(algorithms -> algorithms.addAll(TrustedIssuer.ALGORITHMS))
                .build();
        decoder.setJwtValidator(issuer.validator());
        return decoder;
    }
}

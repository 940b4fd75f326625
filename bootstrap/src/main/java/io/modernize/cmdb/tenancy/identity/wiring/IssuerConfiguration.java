package io.modernize.cmdb.tenancy.identity.wiring;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Trusts the organisation's identity provider, or several. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@Profile("!" + LocalProperties.PROFILE)
class IssuerConfiguration {
    /**
     * Checks the settings now, and fetches an issuer's keys with the first of its tokens, again and again until that
     * works. An issuer that is down for a while keeps its callers out, but does not keep the service from starting.
     */
    @Bean
    JwtDecoder jwtDecoder(OAuth2ResourceServerProperties springProperties, IdentityProperties properties, Clock clock) {
        return new AccessTokenDecoder(
                properties.trustedIssuers(springProperties.getJwt()),
                issuer -> new IssuerKeys(new DiscoveredKeys(issuer.issuerUri()), properties.keys()),
                clock);
    }
}

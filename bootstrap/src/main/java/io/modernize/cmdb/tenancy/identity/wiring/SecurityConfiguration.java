package io.modernize.cmdb.tenancy.identity.wiring;

import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Configures a stateless OAuth2 resource server in front of everything. It finds out who calls, and what their token
 * grants at most. The code that knows their membership decides what they may do.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(IdentityProperties.class)
class SecurityConfiguration {
    /**
     * The order of the API's chain. It is behind the chains of the local profile, which match their own few paths, and
     * matches the rest.
     */
    static final int API_CHAIN_ORDER = 100;

    /**
     * The content policy. Answers are data and never documents, so a browser that is tricked into showing one runs
     * nothing.
     */
    static final String NOTHING_FROM_ANYWHERE = "default-src 'none'; frame-ancestors 'none'";

    /**
     * The chain of the API. Cross-site request forgery needs credentials that a browser sends by itself. There are
     * none: no session, no cookie, no basic authentication, only a bearer token that a script must add. The protection
     * against it is therefore off.
     */
    @Bean
    @Order(API_CHAIN_ORDER)
    SecurityFilterChain apiSecurityFilterChain(
            HttpSecurity http,
            IdentityProperties identity,
            OAuth2ResourceServerProperties springProperties,
            @Value("${cmdb.graphiql.enabled:false}") boolean graphiqlEnabled) {
        JwtAuthenticationConverter callers = new JwtAuthenticationConverter();
        callers.setJwtGrantedAuthoritiesConverter(new GrantedAuthorities(identity.tokenGrants()));
        Optional<ProtectedResource> resource = identity.protectedResource(springProperties.getJwt());
        ProblemResponses problems = new ProblemResponses(resource);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.cors(Customizer.withDefaults());
        http.csrf(csrf -> csrf.disable());
        http.requestCache(cache -> cache.disable());
        http.logout(logout -> logout.disable());
        http.authorizeHttpRequests(requests -> {
            // Renders the status that was decided already; refusing it would turn each such answer into a 401.
            requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
            requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                    .permitAll();
            // Figures about all tenants are no member's business. To expose more, add a chain in front of this one.
            requests.requestMatchers("/actuator/**").denyAll();
            if (graphiqlEnabled) {
                requests.requestMatchers(HttpMethod.GET, "/graphiql", "/graphiql/*")
                        .permitAll();
            }
            requests.anyRequest().hasAuthority(GrantedAuthorities.ACCESS);
        });
        http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                .bearerTokenResolver(new BearerTokens())
                .protectedResourceMetadata(metadata -> resource.ifPresent(
                        described -> metadata.protectedResourceMetadataCustomizer(described::describe)))
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(problems.failureHandler());
                        return filter;
                    }
                }));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_FROM_ANYWHERE))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
        DefaultSecurityFilterChain chain = http.build();
        return resource.isPresent() ? chain : withoutMetadata(chain);
    }

    /** Without a public address, the framework's metadata would name the one in the header {@code Host}. */
    private static SecurityFilterChain withoutMetadata(DefaultSecurityFilterChain chain) {
        return new DefaultSecurityFilterChain(
                chain.getRequestMatcher(),
                chain.getFilters().stream()
                        .filter(filter -> !(filter instanceof OAuth2ProtectedResourceMetadataFilter))
                        .toList());
    }

    /**
     * Switches observations of filters off. One for each of a dozen filters costs more than a search, and the request
     * as a whole has its own.
     */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }
}

package io.modernize.cmdb.tenancy.local.wiring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.modernize.cmdb.tenancy.identity.wiring.AccessTokenDecoder;
import io.modernize.cmdb.tenancy.identity.wiring.IdentityProperties;
import io.modernize.cmdb.tenancy.identity.wiring.LocalProperties;
import io.modernize.cmdb.tenancy.identity.wiring.NoTrustedIssuerException;
import io.modernize.cmdb.tenancy.identity.wiring.TrustedIssuer;
import io.modernize.cmdb.tenancy.identity.wiring.TrustedIssuers;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.util.function.SingletonSupplier;

/**
 * An identity provider inside the service, for one machine. It has demo clients and users, and a key that lives as long
 * as the process. It replaces the identity provider of an organisation. The resource server treats its tokens no
 * differently.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@Profile(LocalProperties.PROFILE)
class LocalAuthorizationServerConfiguration {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
    private static final int RSA_KEY_BITS = 2048;

    /** The issuer. Only this machine may reach it, because the secrets of the demo identities are public. */
    @Bean
    TrustedIssuer trustedIssuer(
            OAuth2ResourceServerProperties properties,
            IdentityProperties identity,
            @Value("${server.address:}") String serverAddress) {
        if (!LOOPBACK.contains(serverAddress)) {
            throw new IllegalStateException("the profile local, whose secrets are public, serves the loopback interface"
                    + " only; leave server.address at 127.0.0.1, or start without that profile");
        }
        return identity.trustedIssuers(properties.getJwt()).all().stream()
                .filter(issuer -> issuer.issuerUri().equals(properties.getJwt().getIssuerUri()))
                .findFirst()
                .orElseThrow(() -> new NoTrustedIssuerException(true, false));
    }

    /** The keys. They are made when they are first asked for, so the start does not wait for them. */
    @Bean
    JWKSource<SecurityContext> jwkSource() {
        SingletonSupplier<JWKSet> keys = SingletonSupplier.of(LocalAuthorizationServerConfiguration::newKey);
        return (selector, context) -> selector.select(keys.obtain());
    }

    private static JWKSet newKey() {
        try {
            return new JWKSet(new RSAKeyGenerator(RSA_KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .generate());
        } catch (JOSEException noRsa) {
            throw new IllegalStateException("this Java runtime cannot generate an RSA key", noRsa);
        }
    }

    /**
     * The decoder of tokens. It takes the keys from this process, while every other service would fetch them, and
     * checks the rest alike.
     */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> jwkSource, TrustedIssuer issuer, Clock clock) {
        return new AccessTokenDecoder(new TrustedIssuers(List.of(issuer)), onlyOne -> jwkSource, clock);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(TrustedIssuer issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer.issuerUri()).build();
    }

    @Bean
    RegisteredClientRepository registeredClientRepository(LocalProperties properties) {
        return new InMemoryRegisteredClientRepository(new LocalClients(properties).all());
    }

    /** Adds the claims that an access token of an organisation's identity provider has. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> identityClaims(LocalProperties properties, TrustedIssuer issuer) {
        return new LocalTokenClaims(properties, issuer);
    }

    @Bean
    PasswordEncoder demoSecrets() {
        return new DemoSecrets();
    }

    @Bean
    UserDetailsService userDetailsService(LocalProperties properties) {
        return new InMemoryUserDetailsManager(properties.users().stream()
                .map(user ->
                        User.withUsername(user.name()).password(user.password()).build())
                .toList());
    }

    /** The authorization server's own endpoints and no others. */
    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerSecurityFilterChain(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()));
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        http.exceptionHandling(handling ->
                handling.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), browser));
        return http.build();
    }

    /** The chain of the login form, with its session. The API's chain neither makes nor reads a session. */
    @Bean
    @Order(2)
    SecurityFilterChain loginSecurityFilterChain(HttpSecurity http) {
        http.securityMatcher("/login", "/logout", "/default-ui.css");
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.formLogin(Customizer.withDefaults());
        return http.build();
    }
}

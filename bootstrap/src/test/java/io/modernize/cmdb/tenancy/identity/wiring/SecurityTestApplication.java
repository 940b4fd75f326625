package io.modernize.cmdb.tenancy.identity.wiring;

import java.time.Clock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The gate alone, with all of the framework's security on offer and a stand-in for what lies behind it. Not annotated as
 * a configuration: the service's own component scan must not find it.
 */
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class,
    OAuth2ResourceServerAutoConfiguration.class,
    OAuth2ResourceServerWebSecurityAutoConfiguration.class,
    OAuth2AuthorizationServerAutoConfiguration.class,
    OAuth2AuthorizationServerJwtAutoConfiguration.class
})
@Import({SecurityConfiguration.class, IssuerConfiguration.class, SecurityTestApplication.LocalIssuer.class})
public class SecurityTestApplication {
    /** As application.yaml has it, in every profile. The framework would make a key that nobody asks for. */
    static final String WITHOUT_AUTHORIZATION_SERVER = "spring.autoconfigure.exclude="
            + OAuth2AuthorizationServerAutoConfiguration.class.getName() + ","
            + OAuth2AuthorizationServerJwtAutoConfiguration.class.getName();

    /** By name: other packages do not see the configurations of the local issuer. */
    static class LocalIssuer implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            String room = "io.modernize.cmdb.tenancy.local.wiring.";
            return new String[] {room + "LocalIdentitiesConfiguration", room + "LocalAuthorizationServerConfiguration"};
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RouterFunction<ServerResponse> behind() {
        return RouterFunctions.route()
                .POST("/graphql", request -> ServerResponse.ok().body(describe(request)))
                .GET("/**", request -> ServerResponse.ok().body("reached"))
                .build();
    }

    private static String describe(ServerRequest request) {
        JwtAuthenticationToken caller =
                (JwtAuthenticationToken) request.principal().orElseThrow();
        return caller.getToken().getSubject() + " " + caller.getToken().getClaimAsString("tid") + " "
                + caller.getToken().getClaimAsString("oid");
    }
}

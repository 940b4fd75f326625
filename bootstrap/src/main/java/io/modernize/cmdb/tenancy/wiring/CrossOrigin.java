package io.modernize.cmdb.tenancy.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Configures calls from pages of other origins. Only pages of configured origins can read answers. If an origin is
 * configured, others are refused. If none is configured, no answer has a header that lets a page read it or send its
 * token. Credentials are never allowed, because a browser sends cookies by itself; the page's script adds the access
 * token.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(CorsProperties.class)
class CrossOrigin {
    /**
     * The time for which a browser may remember a permission. It is short enough for an origin that is taken off the
     * list.
     */
    private static final Duration PREFLIGHT_AGE = Duration.ofMinutes(10);

    /**
     * The filter of cross-origin calls. Spring Security takes the filter with this name into its chains, in front of
     * authentication.
     */
    @Bean
    CorsFilter corsFilter(CorsProperties properties) {
        CorsConfiguration api = new CorsConfiguration();
        api.setAllowedOrigins(properties.allowedOrigins());
        api.setAllowedMethods(List.of(HttpMethod.POST.name()));
        api.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Accept", "X-Client-Account-Id", "X-Engagement-Id", "X-Request-Id"));
        api.setExposedHeaders(List.of("X-Request-Id", "Retry-After"));
        api.setAllowCredentials(false);
        api.setMaxAge(PREFLIGHT_AGE);
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        if (!properties.allowedOrigins().isEmpty()) {
            // Without one, browsers refuse: no answer, that to a preflight included, has a header that allows anything.
            paths.registerCorsConfiguration("/**", api);
        }
        CorsFilter filter = new CorsFilter(paths);
        filter.setCorsProcessor(new ProblemCorsProcessor());
        return filter;
    }

    private static final class ProblemCorsProcessor extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody()
                    .write(
                            "{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"Pages of this origin may not call this API.\",\"code\":\"ORIGIN_NOT_ALLOWED\"}"
                                    .getBytes(StandardCharsets.UTF_8));
            response.flush();
        }
    }
}

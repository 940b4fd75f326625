package io.modernize.cmdb.api.schema;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * GraphiQL at {@code /graphiql}. The framework's own page loads its scripts from a public network. This page brings
 * them along, so it works without a network and no third party sees a token. Exactly the files listed here are served.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cmdb.graphiql.enabled")
@EnableConfigurationProperties(GraphiqlProperties.class)
class GraphiqlPage {
    static final String PATH = "/graphiql";

    /**
     * The policy of the page. It allows scripts and requests of this origin only. The code editor inside GraphiQL needs
     * inline styles and fonts in data URIs.
     */
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src"
                    + " 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * The time for which browsers keep the files. It is short, so that an upgraded service does not meet yesterday's
     * page. The scripts are 300 KiB compressed.
     */
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private static final String PAGE = "graphiql-page/";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private static final List<Asset> ASSETS = List.of(
            new Asset("", PAGE + "index.html", HTML),
            new Asset("/page.js", PAGE + "page.js", JAVASCRIPT),
            new Asset("/sign-in.js", PAGE + "sign-in.js", JAVASCRIPT),
            new Asset("/page.css", PAGE + "page.css", CSS),
            new Asset("/react.js", WEBJARS + "react/18.3.1/umd/react.production.min.js", JAVASCRIPT),
            new Asset("/react-dom.js", WEBJARS + "react-dom/18.3.1/umd/react-dom.production.min.js", JAVASCRIPT),
            new Asset("/graphiql.js", WEBJARS + "graphiql/2.4.7/graphiql.min.js", JAVASCRIPT),
            new Asset("/graphiql.css", WEBJARS + "graphiql/2.4.7/graphiql.min.css", CSS));

    /**
     * The routes of the page.
     *
     * @throws IllegalStateException if a file is missing, for example after a webjar changed its version; failing at
     *     the start is better than a blank page
     */
    @Bean
    RouterFunction<ServerResponse> graphiqlRoutes(GraphiqlProperties properties, GraphQlProperties graphQl) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Asset asset : ASSETS) {
            Resource resource = asset.resource();
            routes.GET(
                    PATH + asset.path(),
                    request -> answer(asset.type())
                            .cacheControl(CacheControl.maxAge(MAX_AGE))
                            .body(resource));
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("graphqlPath", graphQl.getHttp().getPath());
        if (properties.clientId() != null) {
            settings.put("clientId", properties.clientId());
        }
        routes.GET(
                PATH + "/settings.json",
                request -> answer(MediaType.APPLICATION_JSON).body(settings));
        return routes.build();
    }

    private static ServerResponse.BodyBuilder answer(MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    /** A file of the page: its path, its location and its type. */
    private record Asset(String path, String location, MediaType type) {
        Resource resource() {
            Resource resource = new ClassPathResource(location);
            if (!resource.exists()) {
                throw new IllegalStateException("GraphiQL's file " + location + " is not on the class path");
            }
            return resource;
        }
    }
}

package io.modernize.cmdb.tenancy.wiring;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the web pages of other origins that may call the API from a browser.
 *
 * @param allowedOrigins exact origins, such as {@code https://cmdb.example.com}; none by default
 */
@ConfigurationProperties("cmdb.api.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {
    CorsProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedOrigins.forEach(CorsProperties::requireExact);
    }

    /**
     * Refuses an origin that is not written as browsers send it: scheme, host and port, in lower case, without a path.
     * A pattern would let strangers in.
     */
    private static void requireExact(String origin) {
        URI uri = URI.create(origin.contains("*") ? "" : origin);
        boolean exact = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && origin.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                && uri.getUserInfo() == null
                && origin.equals(origin.toLowerCase(Locale.ROOT));
        if (!exact) {
            throw new IllegalArgumentException("cmdb.api.cors.allowed-origins: \"" + origin
                    + "\" is no exact origin. Give scheme, host and port as browsers send them, for example"
                    + " https://cmdb.example.com.");
        }
    }
}

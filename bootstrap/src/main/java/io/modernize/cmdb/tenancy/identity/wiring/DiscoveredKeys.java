package io.modernize.cmdb.tenancy.identity.wiring;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.modernize.cmdb.tenancy.wiring.LoopbackNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Fetches the keys of one issuer from the address in its metadata (OpenID Connect Discovery, RFC 8414). */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {
    /** The time for each request to the issuer. While it waits, callers wait for it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** The greatest size of an answer. Metadata and key sets have some thousand bytes. */
    private static final int MAX_BYTES = 1_000_000;

    private final String issuerUri;
    private final RestClient http;
    private volatile boolean answered;

    DiscoveredKeys(String issuerUri) {
        this.issuerUri = issuerUri;
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(TIMEOUT);
        requests.setReadTimeout(TIMEOUT);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Whether the last fetch succeeded. */
    boolean answered() {
        return answered;
    }

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refreshEvaluator, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JWKSet.parse(
                    find(keysUri()).orElseThrow(() -> new IllegalArgumentException("it publishes no keys")));
            answered = true;
            return keys;
        } catch (RestClientException | ParseException | IllegalArgumentException e) {
            answered = false;
            throw new JWKSetUnavailableException("no keys of " + issuerUri + ": " + e.getMessage(), e);
        }
    }

    private URI keysUri() throws ParseException {
        Map<String, Object> metadata = JSONObjectUtils.parse(metadata());
        if (!issuerUri.equals(metadata.get("issuer"))) {
            throw new IllegalArgumentException("its metadata names another issuer");
        }
        URI keys = JSONObjectUtils.getURI(metadata, "jwks_uri");
        if (keys == null || !isAsSafeAsTheIssuer(keys)) {
            throw new IllegalArgumentException("its metadata names no jwks_uri, or one without https");
        }
        return keys;
    }

    private boolean isAsSafeAsTheIssuer(URI keys) {
        return "https".equals(keys.getScheme()) || (issuerUri.startsWith("http:") && LoopbackNames.isSafe(keys));
    }

    /** The metadata of the issuer. Identity providers differ in where they keep it. */
    private String metadata() {
        return metadataUris(URI.create(issuerUri)).stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it publishes no metadata"));
    }

    private static List<URI> metadataUris(URI issuer) {
        String path = issuer.getRawPath() == null ? "" : issuer.getRawPath();
        return List.of(
                issuer.resolve(withoutTrailingSlash(path) + "/.well-known/openid-configuration"),
                issuer.resolve("/.well-known/openid-configuration" + path),
                issuer.resolve("/.well-known/oauth-authorization-server" + path));
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The document at that address. Empty if there is none. */
    private Optional<String> find(URI address) {
        return http.get().uri(address).exchangeForRequiredValue((request, response) -> {
            if (response.getStatusCode().is4xxClientError()) {
                return Optional.empty();
            }
            if (!response.getStatusCode().is2xxSuccessful()) {
                throw new IllegalArgumentException("it answers " + response.getStatusCode());
            }
            byte[] body = response.getBody().readNBytes(MAX_BYTES + 1);
            if (body.length > MAX_BYTES) {
                throw new IllegalArgumentException("it answers with more than " + MAX_BYTES + " bytes");
            }
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        });
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}

package io.modernize.cmdb.benchmarks.neighbour;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** An issuer of access tokens on the loopback interface, since the service runs without the one of its local profile. */
final class LoopbackIssuer implements AutoCloseable {
    static final String AUDIENCE = "cmdb-neighbour";

    /** The directory of all identities. */
    static final UUID DIRECTORY = UUID.fromString("5f0c6f99-0001-4000-8000-000000000001");

    private static final String KEY_ID = "one";
    private static final int KEY_BITS = 2_048;

    /** Longer than any run. */
    private static final Duration LIFETIME = Duration.ofHours(6);

    private final HttpServer server;
    private final KeyPair keys;

    private LoopbackIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static LoopbackIssuer start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LoopbackIssuer issuer = new LoopbackIssuer(server, generator.generateKeyPair());
        server.createContext(
                "/.well-known/openid-configuration", exchange -> issuer.answer(exchange, issuer.metadata()));
        server.createContext("/keys", exchange -> issuer.answer(exchange, issuer.keySet()));
        server.start();
        return issuer;
    }

    String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** An access token that allows that identity everything: what counts are memberships. */
    String token(UUID identity) {
        Instant now = Instant.now();
        String content = encoded(Map.of("alg", "RS256", "typ", "at+jwt", "kid", KEY_ID))
                + "."
                + encoded(Map.of(
                        "iss", uri(),
                        "aud", AUDIENCE,
                        "sub", identity.toString(),
                        "tid", DIRECTORY.toString(),
                        "oid", identity.toString(),
                        "roles", List.of("administrator"),
                        "ver", "2.0",
                        "iat", now.getEpochSecond(),
                        "nbf", now.getEpochSecond(),
                        "exp", now.plus(LIFETIME).getEpochSecond()));
        return content + "." + encoded(signed(content));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private byte[] signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> metadata() {
        return Map.of("issuer", uri(), "jwks_uri", uri() + "/keys");
    }

    private Map<String, Object> keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        encoded(unsigned(key.getModulus())),
                        "e",
                        encoded(unsigned(key.getPublicExponent())))));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private void answer(HttpExchange exchange, Map<String, Object> document) throws IOException {
        try (exchange) {
            byte[] body = JsonMapper.shared().writeValueAsBytes(document);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String encoded(Map<String, ?> part) {
        return encoded(JsonMapper.shared().writeValueAsBytes(part));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
